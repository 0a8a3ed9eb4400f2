import type { CaseId } from '#domain';
import { sql, type Tx } from '#platform';

/** A case in somebody's hands that they have neither looked at nor changed since. */
export interface IdleClaim {
  readonly caseId: CaseId;
  readonly holder: string;
}

/** Holds what it finds, and leaves what somebody else holds. */
export function claimIdle(tx: Tx, authorityId: string, before: Date, most: number): Promise<IdleClaim[]> {
  return sql<IdleClaim>(tx, IDLE, [authorityId, before, most]);
}

/** While others are waited for, or a second person, there is nothing for the holder to do. */
const IDLE = `SELECT c.id AS "caseId", c.claimed_by AS holder FROM case_record AS c
  WHERE c.authority_id = $1 AND c.open AND c.claimed_by IS NOT NULL AND c.claimed_at < $2
    AND c.state NOT IN ('information_gathering', 'on_hold_police', 'threshold_decision')
    AND NOT EXISTS (SELECT 1 FROM audit_event AS e
      WHERE e.case_id = c.id AND e.actor_id = c.claimed_by AND e.occurred_at >= $2)
  ORDER BY c.claimed_at LIMIT $3 FOR NO KEY UPDATE OF c SKIP LOCKED`;
