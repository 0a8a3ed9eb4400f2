import type { ClusterNow, Place } from '../store/waiting.query.ts';
import type { StoredTreeHead } from './tree-head.ts';

/** How far an authority's log is sealed, as far as one process knows. */
export interface Progress {
  /** Size of the log that this belongs to. */
  readonly size: number;
  readonly cluster: string;
  /** Everything up to here is in the log. */
  readonly place: Place;
  /**
   * Every event is looked at, whatever its transaction: the database was restored into another cluster, which counts
   * transactions anew.
   */
  readonly everything: boolean;
  /** Cluster and cursor for the next head; of the old cluster until everything was looked at. */
  readonly settledCluster: string;
  readonly cursor: string;
  /** Where the new cluster's own events begin: no transaction older than this ran when the looking began. */
  readonly from: string;
}

const BEGINNING: Place = { xid: '0', sequence: '0' };

/** Where a process begins that knows nothing but the last head. */
export function progressOf(head: StoredTreeHead | null, { cluster, oldestRunning: from }: ClusterNow): Progress {
  if (head === null || head.cluster === cluster) {
    const cursor = head?.cursor ?? '0';
    const place = { xid: cursor, sequence: '0' };
    return { size: head?.size ?? 0, cluster, place, everything: false, settledCluster: cluster, cursor, from };
  }
  const settled = { settledCluster: head.cluster, cursor: head.cursor };
  return { size: head.size, cluster, place: BEGINNING, everything: true, ...settled, from };
}

/** How far it is after a batch; a batch that is not full was the last for now. */
export function afterBatch(
  known: Progress,
  batch: readonly Place[],
  limit: number,
): { readonly progress: Progress; readonly more: boolean } {
  const last = batch.at(-1);
  const more = batch.length === limit;
  const place = last === undefined ? known.place : { xid: last.xid, sequence: last.sequence };
  if (!known.everything) return { progress: { ...known, place, cursor: place.xid }, more };
  if (more) return { progress: { ...known, place }, more };
  const begun = { xid: known.from, sequence: '0' };
  const settled = { settledCluster: known.cluster, cursor: known.from };
  return { progress: { ...known, place: begun, everything: false, ...settled }, more };
}
