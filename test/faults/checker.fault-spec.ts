import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkEverything } from './check/check-everything.ts';
import type { Invariant } from './check/findings.ts';
import { type FaultRig, PATIENCE_MS, startFaultRig } from './fault-rig.ts';
import { pause } from './pause.ts';
import { usualWorld } from './world.ts';

const BUILD = 'dist';

/** What somebody plants, with what it must be found as. All by the administrator, past every policy and trigger. */
const PLANTED: readonly (readonly [what: string, as: Invariant, text: string])[] = [
  [
    'a case without its clock',
    'broken',
    `DELETE FROM case_clock WHERE case_id = (SELECT min(id::text)::uuid FROM case_record)`,
  ],
  [
    'a proposal that is not recorded',
    'notProposed',
    `DELETE FROM audit_event WHERE action = 'case.proposed' AND case_id = (SELECT max(id::text)::uuid FROM case_record)`,
  ],
  [
    'a proposal that is recorded twice',
    'doubled',
    `INSERT INTO audit_event (id, authority_id, referral_id, case_id, occurred_at, actor_id, actor_name, actor_kind, action,
       correlation_id, details, actor_salt, actor_commitment, leaf_hash)
     SELECT gen_random_uuid(), authority_id, referral_id, case_id, occurred_at, actor_id, actor_name, actor_kind, action,
       correlation_id, details, actor_salt, actor_commitment, leaf_hash
     FROM audit_event a WHERE action = 'case.proposed' AND case_id = (SELECT min(id::text)::uuid FROM case_record)`,
  ],
  ['a queue that counts what is not there', 'misplaced', `UPDATE worklist_count SET cases = cases + 1`],
  [
    'a run under rules that nobody kept',
    'misruled',
    `UPDATE triage_run SET rule_set_hash = repeat('0', 64) WHERE id = (SELECT min(id::text)::uuid FROM triage_run)`,
  ],
  [
    'a clock that came due and was forgotten',
    'misclocked',
    `UPDATE case_clock SET next_escalation_at = now() - interval '1 hour' WHERE stopped_at IS NULL`,
  ],
];

describe('the checker of the faults', () => {
  let rig: FaultRig;

  beforeAll(async () => {
    rig = await startFaultRig(await usualWorld('PostgreSQL'), BUILD);
    rig.client.start(2, 10);
    while (rig.client.acknowledged.length < 4) await pause(50);
    await rig.client.stop();
    await rig.settled(PATIENCE_MS);
    const untouched = await checkEverything(rig.world, BUILD, rig.receipts());
    expect(Object.values(untouched.against).flat()).toEqual([]);
    // Nobody mends what is planted.
    for (const worker of rig.workers) worker.signal('SIGSTOP');
  }, 600_000);

  afterAll(async () => {
    await rig.close();
  }, 60_000);

  it('finds each thing that is planted, and a receipt for nothing', async () => {
    for (const [, , text] of PLANTED) {
      await rig.world.database.query('admin', `SET session_replication_role = replica; ${text}`);
    }
    const { referrals } = rig.receipts();
    const never = { key: 'k', reference: 'FD-NEVER-WAS', bodySha256: '', children: 1, at: 0 };
    const receipts = {
      referrals: [...referrals, never],
      decisions: [{ caseId: 'never', by: 'social-worker' }],
      told: () => [...rig.receipts().told(), 'x'],
    };

    // No housekeeper comes any more: waiting for one would change nothing.
    const { against } = await checkEverything(rig.world, BUILD, receipts, 0);

    expect(against.lost).toEqual(['FD-NEVER-WAS']);
    const empty = PLANTED.filter(([, as]) => against[as].length === 0).map(([what]) => what);
    expect(empty).toEqual([]);
    expect(against.misdecided).toEqual(['never: not there']);
    expect(against.misled).toEqual(['told without a row: x']);
    expect(against.misaudited.join()).toContain('NOT sound');
  }, 120_000);
});
