import type { Level } from '#domain';
import { sql, type Tx } from '#platform';

/** What was decided on a case, as far as the schedule asks. */
export interface DecidedCase {
  readonly caseId: string;
  /** When the decision in force was made or signed, whichever is later. */
  readonly decidedAt: Date;
  /** Whether any decision on the case ever said so. */
  readonly wasProtection: boolean;
}

export interface LinkedReferral {
  readonly receivedAt: Date;
  readonly isOpen: boolean;
}

export function findDecidedCases(tx: Tx, referralId: string): Promise<DecidedCase[]> {
  const protection: Level = 'statutory_protection';
  return sql<DecidedCase>(tx, DECIDED, [referralId, protection]);
}

/** Other referrals that share an exact key of a child with this one. */
export function findLinkedReferrals(tx: Tx, authorityId: string, referralId: string): Promise<LinkedReferral[]> {
  return sql<LinkedReferral>(tx, LINKED, [authorityId, referralId]);
}

const DECIDED = `SELECT c.id AS "caseId", greatest(max(d.decided_at), max(s.signed_at)) AS "decidedAt",
    bool_or(d.level IS NOT DISTINCT FROM $2) AS "wasProtection"
  FROM case_record c JOIN decision d ON d.case_id = c.id LEFT JOIN decision_sign_off s ON s.decision_id = d.id
  WHERE c.referral_id = $1 GROUP BY c.id`;

const LINKED = `SELECT r.received_at AS "receivedAt", bool_or(other.open) AS "isOpen"
  FROM case_record own
  JOIN case_match_key k ON k.case_id = own.id AND k.kind = 'child'
  JOIN case_match_key same ON same.authority_id = k.authority_id AND same.kind = 'child' AND same.key = k.key
  JOIN case_record other ON other.id = same.case_id
  JOIN referral r ON r.id = other.referral_id
  WHERE own.authority_id = $1 AND own.referral_id = $2 AND r.id <> $2 GROUP BY r.id`;
