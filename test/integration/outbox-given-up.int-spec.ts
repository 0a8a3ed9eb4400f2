import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorklistResponse } from '../../apps/api/cases/case.response.ts';
import { sentCase } from '../support/engine-work.ts';
import { call, eventually } from '../support/http.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('a case that cannot be triaged', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService({ CLAIM_LEASE_MS: '500', SWEEP_INTERVAL_MS: '100' });
    await service.database.query('admin', 'ALTER TABLE triage_run ADD CONSTRAINT never CHECK (false)');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function inWorklist(id: string) {
    const token = await service.staffToken('social-worker');
    const list = await call<WorklistResponse>(service.url, '/api/v1/cases?urgency=not_triaged', { token });
    return list.body.cases.find((found) => found.id === id);
  }

  const auditOf = (id: string) =>
    service.database.query(
      'admin',
      `SELECT details FROM audit_event WHERE case_id = $1 AND action = 'case.triage_failed'`,
      [id],
    );

  it('is handed to a person after five tries, and stays in the worklist as not triaged', async () => {
    const failing = await sentCase(service);
    const killing = await sentCase(service);
    await service.database.query('admin', 'UPDATE outbox_message SET attempts = 5 WHERE case_id = $1', [killing]);
    expect(await inWorklist(failing)).toMatchObject({ urgency: 'not_triaged', triageFailure: null });
    await service.startWorker();

    const isFailed = (found: Awaited<ReturnType<typeof inWorklist>>) => (found?.triageFailure ?? null) !== null;
    const handedOver = await eventually(() => inWorklist(failing), isFailed, 20_000);
    expect(handedOver).toMatchObject({ urgency: 'not_triaged', triageFailure: 'QueryFailedError', proposed: null });
    expect(await auditOf(failing)).toEqual([{ details: { code: 'QueryFailedError', attempts: 5 } }]);

    const spent = await eventually(() => inWorklist(killing), isFailed, 20_000);
    expect(spent).toMatchObject({ urgency: 'not_triaged', triageFailure: 'attempts_spent' });
    expect(await auditOf(killing)).toEqual([{ details: { code: 'attempts_spent', attempts: 6 } }]);
  }, 60_000);

  it('is not tried again, and nothing of a failed run is kept', async () => {
    await sleep(1_000);
    const rows = await service.database.query(
      'admin',
      'SELECT DISTINCT failed_at IS NULL AS waiting FROM outbox_message',
    );

    expect(rows).toEqual([{ waiting: false }]);
    expect(await service.database.query('admin', 'SELECT 1 FROM triage_run')).toEqual([]);
    expect(await service.database.query('admin', `SELECT 1 FROM audit_event WHERE action = 'case.proposed'`)).toEqual(
      [],
    );
  });
});
