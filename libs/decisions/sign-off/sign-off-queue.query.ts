import type { CaseId } from '#domain';
import { sql, type Tx } from '#platform';

/** Where a walk through the queue stands. */
export interface QueuePlace {
  /** As PostgreSQL writes it, with microseconds; `infinity` for a case without a clock. */
  readonly due: string;
  readonly id: CaseId;
}

/** Cases whose decision waits for a second person, the first due first; by the index `case_awaiting_sign_off`. */
export function findAwaitingSignOff(
  tx: Tx,
  authorityId: string,
  after: QueuePlace | null,
  limit: number,
): Promise<QueuePlace[]> {
  return sql<QueuePlace>(tx, WAITING, [authorityId, after?.due ?? '-infinity', after?.id ?? null, limit]);
}

/** How many wait. */
export async function countAwaitingSignOff(tx: Tx, authorityId: string): Promise<number> {
  const [row] = await sql<{ waiting: number }>(tx, COUNT, [authorityId]);
  return row?.waiting ?? 0;
}

const DUE = `coalesce(next_due_at, 'infinity')`;
const WAITING = `SELECT id, ${DUE}::text AS due FROM case_record
  WHERE authority_id = $1 AND state = 'threshold_decision'
    AND ($3::uuid IS NULL OR (${DUE}, id) > ($2::timestamptz, $3::uuid))
  ORDER BY ${DUE}, id LIMIT $4`;
const COUNT = `SELECT count(*)::integer AS waiting FROM case_record
  WHERE authority_id = $1 AND state = 'threshold_decision'`;
