import type pg from 'pg';

/** As many as a page of ours holds. */
const PAGE = 25;

/**
 * The page of a list as most write it: everything that matches is counted and sorted, and what lies before the page is
 * thrown away. Only its two statements are timed, on the same rows and indexes, without policies, names and HTML.
 * @returns milliseconds
 */
export async function offsetPage(admin: pg.Client, skipped: number): Promise<number> {
  const began = performance.now();
  await admin.query(PAGE_SQL, [PAGE, skipped]);
  await admin.query(COUNT_SQL);
  return performance.now() - began;
}

/** How far the middle of the list lies behind its start. */
export async function middleOf(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ count: number }>(COUNT_SQL);
  return Math.floor((rows[0]?.count ?? 0) / 2);
}

const COUNT_SQL = `SELECT count(*)::integer AS count FROM case_record WHERE authority_id = 'larkshire' AND open`;

const PAGE_SQL = `SELECT c.id, c.reference, c.urgency, c.received_at, c.next_due_at, c.child, k.wrapped
  FROM case_record c LEFT JOIN record_key k ON k.referral_id = c.referral_id
  WHERE c.authority_id = 'larkshire' AND c.open
  ORDER BY c.handover_waiting DESC, (c.next_due_at <= now()) DESC NULLS LAST, c.rank, c.received_at, c.id
  LIMIT $1 OFFSET $2`;
