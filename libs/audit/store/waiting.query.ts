import { sql, type Tx } from '#platform';

/** Up to where events are known to be in the log, in the order of their transactions. */
export interface Place {
  readonly xid: string;
  readonly sequence: string;
}

export interface WaitingEvent extends Place {
  readonly id: string;
  readonly leafHash: Buffer;
  readonly occurredAt: Date;
  /** It is in the log already. */
  readonly sealed: boolean;
}

/** What PostgreSQL says of itself: which cluster it is, and the oldest transaction that may still be running. */
export interface ClusterNow {
  readonly cluster: string;
  readonly oldestRunning: string;
}

export async function clusterNow(tx: Tx): Promise<ClusterNow> {
  const [now] = await sql<ClusterNow>(tx, NOW);
  if (now === undefined) throw new Error('PostgreSQL did not say which cluster it is.');
  return now;
}

/**
 * Events after a place, oldest transaction first. Without `everything` only of transactions older than every one that
 * still runs: of those no event can appear any more, so none is ever passed over.
 */
export function findEventsAfter(
  tx: Tx,
  authorityId: string,
  after: Place,
  { everything, limit }: { readonly everything: boolean; readonly limit: number },
): Promise<WaitingEvent[]> {
  return sql(tx, AFTER, [authorityId, after.xid, after.sequence, everything, limit]);
}

/** Waits until no other process seals this authority's log, and keeps others from it until the transaction ends. */
export async function holdLog(tx: Tx, authorityId: string): Promise<void> {
  await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('audit log ' || $1, 0))`, [authorityId]);
}

/** Events that are in no log yet, from a transaction on. */
export interface Backlog {
  readonly count: number;
  /** When the longest waiting of them happened; `null` when none waits. */
  readonly oldestAt: Date | null;
}

export async function backlogSince(tx: Tx, authorityId: string, xid: string): Promise<Backlog> {
  const [backlog] = await sql<Backlog>(tx, BACKLOG, [authorityId, xid]);
  return backlog ?? { count: 0, oldestAt: null };
}

const NOW = `SELECT system_identifier::text AS cluster, pg_snapshot_xmin(pg_current_snapshot())::text AS "oldestRunning"
  FROM pg_control_system()`;

const AFTER = `WITH next AS MATERIALIZED (
    SELECT id, xid, sequence, leaf_hash, occurred_at FROM audit_event
    WHERE authority_id = $1 AND (xid, sequence) > ($2::xid8, $3::bigint)
      AND ($4 OR xid < pg_snapshot_xmin(pg_current_snapshot()))
    ORDER BY xid, sequence LIMIT $5)
  SELECT id, xid::text AS xid, sequence::text AS sequence, leaf_hash AS "leafHash", occurred_at AS "occurredAt",
    (SELECT true FROM audit_leaf l WHERE l.event_id = next.id) IS TRUE AS sealed
  FROM next ORDER BY next.xid, next.sequence`;

const BACKLOG = `SELECT count(*)::int AS count, min(occurred_at) AS "oldestAt" FROM audit_event e
  WHERE authority_id = $1 AND xid >= $2::xid8 AND (SELECT true FROM audit_leaf l WHERE l.event_id = e.id) IS NULL`;
