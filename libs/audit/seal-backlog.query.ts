import { type Backlog, backlogOf, MOST_COUNTED, type Tx } from '#platform';
import { findLatestHead } from './store/tree-head.query.ts';
import { clusterNow } from './store/waiting.query.ts';

/**
 * Events of an authority that are in no log yet: how many, and the seal lag. Asks from where the last head ended; a database
 * restored into another cluster counts transactions anew, so that all are asked for.
 */
export async function sealBacklog(tx: Tx, authorityId: string): Promise<Backlog> {
  const head = await findLatestHead(tx, authorityId);
  const { cluster } = await clusterNow(tx);
  const cursor = head?.cluster === cluster ? head.cursor : '0';
  return backlogOf(tx, UNSEALED, [authorityId, cursor]);
}

/**
 * Where the last head ended a few may be sealed already. The place is a parameter: under row-level security no index helps to
 * compare with what another query says.
 */
const UNSEALED = `WITH next AS MATERIALIZED (
    SELECT id, occurred_at FROM audit_event
    WHERE authority_id = $1 AND xid >= $2::xid8 ORDER BY xid, sequence LIMIT ${String(MOST_COUNTED)})
  SELECT occurred_at AS since FROM next WHERE NOT EXISTS (SELECT 1 FROM audit_leaf l WHERE l.event_id = next.id)`;
