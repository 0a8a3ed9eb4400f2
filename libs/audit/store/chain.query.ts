import { sql, type Tx } from '#platform';
import type { Tail } from '../entry/chain-tails.ts';

/** Waits until nobody else adds to these chains, and keeps others from it until the transaction ends. */
export async function holdChains(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql(tx, HOLD, [ids]);
}

/** To be asked after `holdChains`, in a statement of its own: only then does it see what the one before has added. */
export async function findTails(tx: Tx, ids: readonly string[]): Promise<Map<string, Tail>> {
  const rows = await sql<Tail & { chainId: string }>(tx, TAILS, [ids]);
  return new Map(rows.map((row) => [row.chainId, row]));
}

const HOLD = `SELECT count(pg_advisory_xact_lock(hashtextextended(id, 0))) FROM unnest($1::text[]) AS id`;

const TAILS = `SELECT wanted.id AS "chainId", last.* FROM unnest($1::uuid[]) AS wanted (id)
  CROSS JOIN LATERAL (
    SELECT chain_seq AS "chainSequence", leaf_hash AS "leafHash", occurred_at AS "occurredAt" FROM audit_event
    WHERE chain_id = wanted.id ORDER BY chain_seq DESC LIMIT 1) AS last`;
