import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SigningKey, TrustedKeys } from '#audit';
import { VerifyAudit } from '#decisions';
import type { TriageRun } from '#triage';
import { ANY_COMMAND } from '../simulation/history/commands.ts';
import { RealService } from '../simulation/on-postgresql/real-service.ts';
import { AUTHORITY, replayOf } from '../simulation/service/documents.ts';
import type { Told } from '../simulation/service/sender.ts';
import { idleWorker } from '../support/engine-work.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** PostgreSQL orders what happens at once by itself: a seed gives the same commands again, and not the same run. */
const SEED = 1;
const HISTORIES = Number(process.env['SIMULATED_HISTORIES'] ?? 6);
const KEYS = new TrustedKeys([new SigningKey(TEST_KEYS['AUDIT_SIGNING_KEY'] ?? '', 'tree-head').publicKey]);

/** What histories did in memory, with the real use cases: invariants I1 to I5 of the fault matrix. */
describe('histories of the simulation, on PostgreSQL', () => {
  let service: TestService;
  let workers: INestApplicationContext[];
  const told: Told[] = [];

  beforeAll(async () => {
    service = await startTestService({ RETRIAGE_DEBOUNCE_MS: '0' });
    workers = [await idleWorker(service), await idleWorker(service)];
    let histories = 0;
    const property = fc.asyncProperty(fc.commands(ANY_COMMAND, { maxCommands: 14, size: 'max' }), async (commands) => {
      histories += 1;
      const real = new RealService(service, workers, `history-${histories}`);
      await fc.asyncModelRun(() => ({ model: {}, real }), commands);
      await real.settle();
      told.push(...real.told);
    });
    await fc.assert(property, { seed: SEED, numRuns: HISTORIES, endOnFailure: true });
  }, 600_000);

  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await service.close();
  });

  const rows = <Row extends object>(text: string): Promise<Row[]> => service.database.query<Row>('admin', text);

  it('lose nothing that was acknowledged, and store nothing twice', async () => {
    const stored = await rows<{ reference: string; sha: string }>(
      'SELECT reference, body_sha256 AS sha FROM referral ORDER BY reference',
    );
    const bodies = new Map(stored.map(({ reference, sha }) => [reference, sha]));
    const acknowledged = told.flatMap(({ answer, bodySha256 }) =>
      answer.status === 'stored' ? [{ reference: answer.reference, sha: bodySha256 }] : [],
    );

    expect(acknowledged).not.toHaveLength(0);
    expect(acknowledged.filter(({ reference, sha }) => bodies.get(reference) !== sha)).toEqual([]);
  });

  it('leave no case waiting for a proposal of its latest input', async () => {
    expect(await rows(STRANDED)).toEqual([]);
    expect(await rows('SELECT id FROM outbox_message WHERE done_at IS NULL AND failed_at IS NULL')).toEqual([]);
  });

  it('propose and sign once', async () => {
    expect(await rows(DOUBLED)).toEqual([]);
    expect(await rows(SIGNED_ONCE)).toEqual([]);
  });

  it('keep runs that replay by the rule set they name', async () => {
    const runs = await rows<TriageRun>(RUNS);
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) expect(replayOf(run)).toEqual(run.evaluation);
  });

  it('leave a log that is whole', async () => {
    await expect(service.api.get(VerifyAudit).execute(AUTHORITY, KEYS, null)).resolves.toBeDefined();
  });
});

const STRANDED = `SELECT c.id FROM case_record c LEFT JOIN triage_run r ON r.id = c.current_run_id
  WHERE c.open AND c.triage_failure IS NULL AND r.input_version IS DISTINCT FROM c.input_version`;

const DOUBLED = `SELECT r.id FROM triage_run r
  LEFT JOIN audit_event e ON e.action = 'case.proposed' AND e.details ->> 'runId' = r.id::text
  GROUP BY r.id HAVING count(e.id) <> 1
  UNION ALL SELECT min(id::text)::uuid FROM triage_run GROUP BY case_id, input_version HAVING count(*) > 1`;

const SIGNED_ONCE = `SELECT c.id FROM case_record c
  LEFT JOIN audit_event e ON e.case_id = c.id AND e.action = 'decision.signed'
  GROUP BY c.id, c.state, c.open HAVING count(e.id) <> CASE WHEN c.open THEN 0 ELSE 1 END`;

const RUNS = `SELECT id, facts, evaluation, rule_set_hash AS "ruleSetHash", evaluated_on::text AS "evaluatedOn", area
  FROM triage_run`;
