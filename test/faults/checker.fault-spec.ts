import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FaultRig, pause, PATIENCE_MS, startFaultRig } from './fault-rig.ts';

describe('the checker of the kill tests', () => {
  let rig: FaultRig;

  beforeEach(async () => {
    rig = await startFaultRig('PostgreSQL');
    rig.client.start(2, 10);
    while (rig.client.acknowledged.length < 4) await pause(50);
    await rig.client.stop();
    await rig.settled(PATIENCE_MS);
  }, 60_000);

  afterEach(async () => {
    await rig.close();
  });

  it('finds each thing that is planted: lost, doubled, broken, never proposed', async () => {
    const { database, client } = rig;
    const [broken, stranded, doubled] = client.acknowledged;
    client.acknowledged.push({ key: 'k', reference: 'FD-NEVER-WAS', bodySha256: '', children: 1, at: 0 });
    const planted = (text: string, key: string | undefined) => database.query('admin', text, [key]);
    const ofKey = `SELECT id FROM referral WHERE idempotency_key = $1`;
    await planted(
      `UPDATE case_clock SET stopped_at = started_at WHERE case_id IN (SELECT id FROM case_record WHERE referral_id IN (${ofKey}))`,
      broken?.key,
    );
    await planted(
      `DELETE FROM audit_event WHERE action = 'case.proposed' AND referral_id IN (${ofKey})`,
      stranded?.key,
    );
    await planted(
      `INSERT INTO audit_event (id, authority_id, referral_id, occurred_at, actor_id, actor_name, actor_kind, action,
         correlation_id, details, actor_salt, actor_commitment, leaf_hash)
       SELECT gen_random_uuid(), authority_id, referral_id, occurred_at, actor_id, actor_name, actor_kind, action,
         correlation_id, details, actor_salt, actor_commitment, leaf_hash FROM audit_event WHERE action = 'case.proposed' AND referral_id IN (${ofKey})`,
      doubled?.key,
    );

    const findings = await rig.findings();

    expect(findings).toMatchObject({
      lost: ['FD-NEVER-WAS'],
      broken: [broken?.reference],
      notProposed: [stranded?.reference],
      doubled: [doubled?.reference],
    });
  }, 60_000);
});
