import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import pg from 'pg';
import type { AuditResponse, WorklistResponse } from '../../apps/api/cases/case.response.ts';
import { call, eventually } from '../support/http.ts';
import { type Engine, openEngine } from '../support/process-engine.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

interface StoredCase {
  readonly id: string;
  readonly state: string;
  readonly triage_failure: string | null;
  readonly current_run_id: string | null;
}

/** More than a worker takes in its first batches. */
const MANY = 40;

describe('a case that cannot be triaged', () => {
  let service: TestService;
  let engine: Engine;
  let school: string;
  let socialWorker: string;

  beforeAll(async () => {
    service = await startTestService();
    engine = await openEngine(service.environment);
    school = await service.agencyToken('larkbridge-primary');
    socialWorker = await service.staffToken('social-worker');
  }, 60_000);

  afterAll(async () => {
    await engine.close();
    await service.close();
  });

  async function submitted(): Promise<string> {
    const answer = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
    expect(answer.status).toBe(201);
    return answer.body.reference;
  }

  async function caseOf(reference: string): Promise<StoredCase> {
    const text = `SELECT c.id, c.state, c.triage_failure, c.current_run_id
      FROM case_record c JOIN referral r ON r.id = c.referral_id WHERE r.reference = $1`;
    const [found] = await service.database.query<StoredCase>('admin', text, [reference]);
    if (found === undefined) throw new Error('The referral has no case.');
    return found;
  }

  const ofCase = (found: StoredCase, text: string) => service.database.query<{ n: number }>('admin', text, [found.id]);

  /** Makes the stored document unreadable for good, as only the database's owner could. */
  async function poison(reference: string): Promise<void> {
    const text = 'DELETE FROM record_key WHERE referral_id = (SELECT id FROM referral WHERE reference = $1)';
    await service.database.query('admin', text, [reference]);
  }

  it('stays on top of the human queue with a reason after its last try, and holds nobody else up', async () => {
    const poisoned = await submitted();
    await poison(poisoned);
    const sound = await submitted();

    await engine.drainLane.execute('standard');
    expect(await caseOf(sound)).toMatchObject({ triage_failure: null, state: 'auto_triaged' });
    const drained = async (): Promise<StoredCase> => {
      await engine.drainLane.execute('standard');
      return caseOf(poisoned);
    };
    const failed = await eventually(drained, (found) => found.triage_failure !== null);

    expect(failed).toMatchObject({ state: 'received', triage_failure: 'record_disposed', current_run_id: null });
    const outbox = 'SELECT attempts AS n FROM outbox_message WHERE case_id = $1 AND failed_at IS NOT NULL';
    expect(await ofCase(failed, outbox)).toEqual([{ n: 5 }]);
    const path = `/api/v1/cases?reference=${poisoned}`;
    const list = await call<WorklistResponse>(service.url, path, { token: socialWorker });
    expect(list.body.cases).toMatchObject([
      { urgency: 'not_triaged', proposed: null, triageFailure: 'record_disposed' },
    ]);
    const manager = await service.staffToken('manager');
    const audit = await call<AuditResponse>(service.url, `/api/v1/cases/${failed.id}/audit`, { token: manager });
    const actions = audit.body.events.map((event) => event.action);
    expect(actions.filter((action) => action.startsWith('case.'))).toEqual(['case.opened', 'case.triage_failed']);
  }, 20_000);

  it('is handed to a person when its workers keep dying, without another try', async () => {
    const found = await caseOf(await submitted());
    await service.database.query('engine', 'UPDATE outbox_message SET attempts = 5 WHERE case_id = $1', [found.id]);

    await engine.drainLane.execute('standard');

    const text = 'SELECT triage_failure, current_run_id FROM case_record WHERE id = $1';
    expect(await ofCase(found, text)).toEqual([{ triage_failure: 'attempts_spent', current_run_id: null }]);
  });

  it('because the database is busy is tried again later, at no cost', async () => {
    const reference = await submitted();
    const found = await caseOf(reference);
    const holder = new pg.Client({ connectionString: service.database.adminUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM case_record WHERE id = $1 FOR UPDATE', [found.id]);

    await engine.drainLane.execute('standard');

    const text = 'SELECT attempts AS n FROM outbox_message WHERE case_id = $1 AND done_at IS NULL';
    expect(await ofCase(found, text)).toEqual([{ n: 0 }]);
    await holder.query('ROLLBACK');
    await holder.end();
    await sleep(1_050);
    await engine.drainLane.execute('standard');
    expect(await caseOf(reference)).toMatchObject({ state: 'auto_triaged', triage_failure: null });
  }, 20_000);

  it('because the worker is told to stop after the batch in hand waits for another, unclaimed and unharmed', async () => {
    const stopping = await openEngine(service.environment);
    const references = await Promise.all(Array.from({ length: MANY }, submitted));
    const drained = stopping.drainLane.execute('standard');
    const proposed = 'SELECT 1 FROM case_record c JOIN referral r ON r.id = c.referral_id';
    const isAny = `${proposed} WHERE r.reference = ANY ($1) AND c.current_run_id IS NOT NULL`;
    await eventually(
      () => service.database.query('admin', isAny, [references]),
      (rows) => rows.length > 0,
      30_000,
    );

    await stopping.drainLane.beforeApplicationShutdown();
    await drained;

    const left = `SELECT attempts, claimed_until FROM outbox_message m JOIN case_record c ON c.id = m.case_id
      JOIN referral r ON r.id = c.referral_id WHERE r.reference = ANY ($1) AND m.done_at IS NULL`;
    const rows = await service.database.query('admin', left, [references]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(rows.map(() => ({ attempts: 0, claimed_until: null })));
    await stopping.close();
    await engine.drainLane.execute('standard');
    expect(await service.database.query('admin', isAny, [references])).toHaveLength(MANY);
  }, 60_000);
});
