import { sql, type Tx } from '#platform';

/** An enquiry that its agency is to be reminded of. */
export interface LateEnquiry {
  readonly id: string;
  readonly caseId: string;
  readonly referralId: string;
  readonly agencyId: string;
  readonly isOverdue: boolean;
}

/** Takes open enquiries whose clock has run half or out and whose agency has not been told so; told they count from here. */
export function claimLateEnquiries(tx: Tx, authorityId: string, now: Date, limit: number): Promise<LateEnquiry[]> {
  return sql<LateEnquiry>(tx, CLAIM, [authorityId, now, limit]);
}

/** Only a clock that runs: one that is paused or stopped reminds nobody. */
const CLAIM = `WITH late AS MATERIALIZED (
    SELECT e.id, k.due_at <= $2 AS is_overdue FROM enquiry e
    JOIN case_clock k ON k.case_id = e.case_id AND k.subject_id = e.id AND k.kind = 'partner_reply'
      AND k.stopped_at IS NULL AND k.paused_at IS NULL
    WHERE e.authority_id = $1 AND e.state = 'open' AND e.overdue_told_at IS NULL
      AND (k.due_at <= $2 OR (e.nudged_at IS NULL AND k.started_at + (k.due_at - k.started_at) / 2 <= $2))
    ORDER BY e.sent_at LIMIT $3 FOR UPDATE OF e SKIP LOCKED)
  UPDATE enquiry e SET nudged_at = coalesce(e.nudged_at, $2), overdue_told_at = CASE WHEN late.is_overdue THEN $2 END
  FROM late WHERE e.id = late.id
  RETURNING e.id, e.case_id AS "caseId", e.referral_id AS "referralId", e.agency_id AS "agencyId",
    late.is_overdue AS "isOverdue"`;
