import type { AuthorityId, Urgency } from '#domain';
import { execute, sql, type Tx } from '#platform';

/** How many open cases of an urgency wait in a queue, and how many of those are in somebody's hands. */
export interface QueueCount {
  readonly queue: string;
  readonly urgency: Urgency | 'not_triaged';
  readonly cases: number;
  readonly held: number;
}

/** How a queue stands against its clocks. */
export interface QueueStanding {
  readonly queue: string;
  /** Up to `MOST_COUNTED`; that many stands for more. */
  readonly overdue: number;
  readonly oldestAt: Date | null;
  readonly nextDueAt: Date | null;
}

/** Nobody needs to know how many there are beyond so many. */
export const MOST_COUNTED = 1_000;

/** Kept counts, what came since, and the restricted cases that show in this transaction: nothing is counted one by one. */
export function countOpen(tx: Tx, authorityId: AuthorityId): Promise<QueueCount[]> {
  return sql<QueueCount>(tx, COUNTS, [authorityId]);
}

/** By one index each; the queues that are given, in their order. */
export function standingOf(
  tx: Tx,
  authorityId: AuthorityId,
  queues: readonly string[],
  at: Date,
): Promise<QueueStanding[]> {
  return sql<QueueStanding>(tx, STANDING, [authorityId, queues, at, MOST_COUNTED]);
}

/** Adds changes up; resolves to how many there were. */
export function foldChanges(tx: Tx, authorityId: string, most: number): Promise<number> {
  return execute(tx, FOLD, [authorityId, most]);
}

const COUNTS = `SELECT queue, urgency, sum(cases)::integer AS cases,
    coalesce(sum(cases) FILTER (WHERE held), 0)::integer AS held
  FROM (
    SELECT queue, urgency, held, cases FROM worklist_count WHERE authority_id = $1
    UNION ALL SELECT queue, urgency, held, cases FROM worklist_change WHERE authority_id = $1
    UNION ALL SELECT queue, coalesce(urgency, 'not_triaged'), claimed_by IS NOT NULL, 1
      FROM case_record WHERE authority_id = $1 AND open AND restricted
  ) AS parts GROUP BY queue, urgency HAVING sum(cases) > 0 ORDER BY queue, urgency`;

const WAITS = 'FROM case_record WHERE authority_id = $1 AND queue = q.queue AND open';
const STANDING = `SELECT q.queue, late.overdue, oldest.at AS "oldestAt", soon.at AS "nextDueAt"
  FROM unnest($2::text[]) WITH ORDINALITY AS q (queue, place),
    LATERAL (SELECT count(*)::integer AS overdue FROM (SELECT 1 ${WAITS} AND next_due_at <= $3 LIMIT $4) AS few) AS late,
    LATERAL (SELECT (SELECT received_at ${WAITS} ORDER BY received_at LIMIT 1) AS at) AS oldest,
    LATERAL (SELECT (SELECT next_due_at ${WAITS} AND next_due_at > $3 ORDER BY next_due_at LIMIT 1) AS at) AS soon
  ORDER BY q.place`;

/** An array, looked up once: of a table that is nearly always empty, PostgreSQL would ask for the list again for each row. */
const FOLD = `WITH gone AS (
    DELETE FROM worklist_change WHERE id = ANY (ARRAY(
      SELECT id FROM worklist_change WHERE authority_id = $1 ORDER BY id LIMIT $2))
    RETURNING authority_id, queue, urgency, held, cases)
  INSERT INTO worklist_count AS c (authority_id, queue, urgency, held, cases)
  SELECT authority_id, queue, urgency, held, sum(cases) FROM gone GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (authority_id, queue, urgency, held) DO UPDATE SET cases = c.cases + excluded.cases`;
