import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuthorityId, CaseId, ReferralId } from '#domain';
import { findRelatedOfEach } from '#people';
import { Database, sql, type Tx } from '#platform';
import { claimDeliveries, takeWaiting } from '../../libs/notifications/store/message-work.query.ts';
import { idleWorker, sentCase } from '../support/engine-work.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const AUTHORITY = 'larkshire' as AuthorityId;
/** As many as come in before PostgreSQL has looked at its tables for the first time. */
const MANY = 12_000;
const TAKEN = 10;
/** The referral's own acknowledgement, and one of those that came with it. */
const URGENT_FIRST = Array.from({ length: TAKEN }, (_, at) => at < 2);
/** Those taken, and the few that somebody holds. */
const FEW = 5 * TAKEN;
const READ = `SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = $1`;
const WAITING = `INSERT INTO message (id, authority_id, template, to_kind, to_id, referral_id, urgent, dedupe_key, created_at)
  SELECT gen_random_uuid(), m.authority_id, m.template, m.to_kind, m.to_id, m.referral_id, n = $1, 'many ' || n, m.created_at - n * interval '1 ms'
  FROM (SELECT * FROM message LIMIT 1) AS m, generate_series(1, $1) AS n`;
const DUE = `INSERT INTO message_delivery (id, authority_id, message_id, referral_id, recipient, urgent, next_attempt_at, created_at)
  SELECT gen_random_uuid(), authority_id, id, referral_id, 'sender', urgent, created_at, created_at FROM message`;
/** Of homes that nobody else has; which cases they are of is nothing to those who look for their own. */
const HOMES = `INSERT INTO case_match_key (case_id, authority_id, kind, key)
  SELECT gen_random_uuid(), 'larkshire', 'household', md5(n::text) FROM generate_series(1, $1) AS n`;

describe('among many', () => {
  let service: TestService;
  let worker: INestApplicationContext;
  let caseId: string;

  beforeAll(async () => {
    service = await startTestService();
    worker = await idleWorker(service);
    caseId = await sentCase(service);
    // In tests everything is too small for it, but for these tables.
    for (const table of ['message', 'message_delivery', 'case_match_key']) {
      await service.database.query('admin', `ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
    }
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await service.close();
  });

  /** What `work` answers, and how many rows of a table it read for that. */
  function reading<Answer>(table: string, work: (tx: Tx) => Promise<Answer>): Promise<readonly [Answer, number]> {
    return worker.get(Database).inTransaction({ authorityId: AUTHORITY }, async (tx) => {
      const answer = await work(tx);
      const [row] = await sql<{ read: number }>(tx, READ, [table]);
      return [answer, row?.read ?? Number.NaN];
    });
  }

  it('messages that wait, the urgent ones are taken first and no more are read than are taken', async () => {
    await service.database.query('admin', WAITING, [MANY]);

    const [taken, read] = await reading('message', (tx) => takeWaiting(tx, AUTHORITY, TAKEN));

    expect(taken.map(({ urgent }) => urgent)).toEqual(URGENT_FIRST);
    expect(read).toBeLessThan(FEW);
  });

  it('deliveries that are due, the urgent ones are taken first and no more are read than are taken', async () => {
    await service.database.query('admin', DUE);

    const asked = { now: new Date(Date.now() + 60_000), limit: TAKEN, leaseMs: 1_000 };
    const [taken, read] = await reading('message_delivery', (tx) => claimDeliveries(tx, AUTHORITY, asked));

    expect(
      taken
        .map(({ urgent }) => urgent)
        .toSorted()
        .toReversed(),
    ).toEqual(URGENT_FIRST);
    expect(read).toBeLessThan(FEW);
  });

  it('homes of which nothing is known yet, related cases are looked up and not looked through', async () => {
    await service.database.query(
      'admin',
      `SET session_replication_role = replica; ${HOMES.replace('$1', String(MANY))}`,
    );
    const asked = 'SELECT id, referral_id AS "referralId" FROM case_record WHERE id = $1';
    const cases = await service.database.query<{ id: CaseId; referralId: ReferralId }>('admin', asked, [caseId]);

    const [related, read] = await reading('case_match_key', (tx) => findRelatedOfEach(tx, AUTHORITY, cases));

    expect(related.size).toBe(0);
    expect(read).toBeLessThan(FEW);
  });
});
