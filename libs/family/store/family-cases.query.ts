import { type Actor, type DecidedPathway, type Level, SETTLED_STATES } from '#domain';
import { mayDo } from '#access-policy';
import { sql, type Tx } from '#platform';
import type { FamilyCase } from './family-case.ts';

interface StoredCase extends Omit<FamilyCase, 'decision'> {
  readonly level: Level | null;
  readonly pathway: DecidedPathway | null;
}

/** The cases of these referrals that this person may read, oldest first. What is restricted does not even show here. */
export async function findFamilyCases(tx: Tx, actor: Actor, referralIds: readonly string[]): Promise<FamilyCase[]> {
  const rows = await sql<StoredCase>(tx, CASES, [referralIds]);
  return rows
    .filter((row) => mayDo(actor, 'case.read', row) === 'allowed')
    .map(({ level, pathway, ...row }) => ({
      ...row,
      decision: pathway === null ? null : { level, pathway, signed: SETTLED_STATES.includes(row.state) },
    }));
}

const CASES = `SELECT c.id, c.authority_id AS "authorityId", c.referral_id AS "referralId", c.agency_id AS "agencyId",
    c.reference, c.queue, c.state, c.claimed_by AS "claimedBy", c.received_at AS "receivedAt", c.restricted,
    d.level, d.pathway
  FROM case_record c LEFT JOIN decision d ON d.id = c.current_decision_id
  WHERE c.referral_id = ANY ($1::uuid[]) ORDER BY c.received_at, c.reference`;
