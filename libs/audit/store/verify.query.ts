import { sql, type Tx } from '#platform';

/** Ids of every case and referral whose disposal is recorded. */
export async function findDisposed(tx: Tx, authorityId: string): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }>(tx, DISPOSED, [authorityId]);
  return new Set(rows.map(({ id }) => id));
}

/** How many rows the log of an authority has. */
export interface LogCounts {
  readonly leaves: number;
  readonly tiles: number;
  readonly heads: number;
}

export async function countLog(tx: Tx, authorityId: string): Promise<LogCounts> {
  const [counts] = await sql<LogCounts>(tx, COUNTS, [authorityId]);
  return counts ?? { leaves: 0, tiles: 0, heads: 0 };
}

/** An event of a transaction that sealing has long passed, and which is in no log: it was slipped in, or taken out. */
export async function findPassedOver(tx: Tx, authorityId: string, cursor: string): Promise<string | null> {
  const [row] = await sql<{ id: string }>(tx, PASSED_OVER, [authorityId, cursor]);
  return row?.id ?? null;
}

/** Whether the event before this one in its chain is recorded and only waits to be sealed. */
export async function isPredecessorWaiting(tx: Tx, chainId: string, chainSequence: number): Promise<boolean> {
  const [row] = await sql(tx, WAITING, [chainId, chainSequence - 1]);
  return row !== undefined;
}

const DISPOSED = `SELECT case action WHEN 'case.disposed' THEN case_id ELSE referral_id END AS id FROM audit_event
  WHERE authority_id = $1 AND action IN ('case.disposed', 'referral.disposed')`;

const COUNTS = `SELECT (SELECT count(*)::int FROM audit_leaf WHERE authority_id = $1) AS leaves,
  (SELECT count(*)::int FROM audit_tile WHERE authority_id = $1) AS tiles,
  (SELECT count(*)::int FROM audit_tree_head WHERE authority_id = $1) AS heads`;

const PASSED_OVER = `SELECT id FROM audit_event e WHERE authority_id = $1 AND xid < $2::xid8
  AND (SELECT true FROM audit_leaf l WHERE l.event_id = e.id) IS NULL ORDER BY sequence LIMIT 1`;

const WAITING = `SELECT 1 FROM audit_event e WHERE chain_id = $1 AND chain_seq = $2
  AND (SELECT true FROM audit_leaf l WHERE l.event_id = e.id) IS NULL`;
