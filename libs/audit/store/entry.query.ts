import { sql, type Tx } from '#platform';
import type { ArrivedEvent } from '../entry/stored-event.ts';
import { EVENT_COLUMNS } from './event.query.ts';

/** An event with its place in the log. */
export type LoggedEvent = ArrivedEvent & { readonly position: number };

/** Events at positions from `start` up to but without `end`; a position whose event is gone is left out. */
export function findLogged(
  tx: Tx,
  authorityId: string,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<LoggedEvent[]> {
  return sql(tx, `${LOGGED} AND l.position >= $2 AND l.position < $3 ORDER BY l.position`, [authorityId, start, end]);
}

/** What is in a log of `size` about a case, and about the referral it came with. */
export function findLoggedOfCase(
  tx: Tx,
  of: { readonly authorityId: string; readonly caseId: string; readonly referralId: string },
  size: number,
): Promise<LoggedEvent[]> {
  const values = [of.authorityId, size, of.caseId, of.referralId];
  return sql(tx, `${LOGGED} AND l.position < $2 ${OF_CASE} ORDER BY l.position`, values);
}

/** Disposals of records of which something in a range was erased, and which stand elsewhere in a log of `size`. */
export function findDisposalsOf(
  tx: Tx,
  authorityId: string,
  { start, end }: { readonly start: number; readonly end: number },
  size: number,
): Promise<LoggedEvent[]> {
  return sql(tx, DISPOSALS, [authorityId, start, end, size]);
}

/** The first and last position, in a log of `size`, of what happened in a time; `null` when nothing did. */
export async function findPositionsIn(
  tx: Tx,
  authorityId: string,
  time: { readonly from: Date; readonly to: Date },
  size: number,
): Promise<{ readonly start: number; readonly end: number } | null> {
  const values = [authorityId, size, time.from, time.to];
  const [row] = await sql<{ start: number | null; end: number | null }>(tx, POSITIONS, values);
  if (row === undefined || row.start === null || row.end === null) return null;
  return { start: row.start, end: row.end };
}

const LOGGED = `SELECT l.position::float8 AS position, ${EVENT_COLUMNS}
  FROM audit_leaf l JOIN audit_event e ON e.id = l.event_id AND e.authority_id = l.authority_id
  WHERE l.authority_id = $1`;

const OF_CASE = 'AND (e.case_id = $3 OR (e.referral_id = $4 AND e.case_id IS NULL))';

const DISPOSALS = `WITH erased AS (
    SELECT DISTINCT e.referral_id FROM audit_leaf l JOIN audit_event e ON e.id = l.event_id
    WHERE l.authority_id = $1 AND l.position >= $2 AND l.position < $3
      AND e.reason IS NULL AND e.reason_commitment IS NOT NULL)
  ${LOGGED} AND l.position < $4 AND (l.position < $2 OR l.position >= $3)
    AND e.action IN ('case.disposed', 'referral.disposed') AND e.referral_id IN (SELECT referral_id FROM erased)
  ORDER BY l.position`;

const POSITIONS = `SELECT min(l.position)::float8 AS start, max(l.position)::float8 + 1 AS end
  FROM audit_event e JOIN audit_leaf l ON l.event_id = e.id
  WHERE e.authority_id = $1 AND l.position < $2 AND e.occurred_at >= $3 AND e.occurred_at < $4`;
