import { execute, sql, type Tx } from '#platform';
import type { StoredTreeHead } from '../sealing/tree-head.ts';
import type { PublicKey } from '../sealing/signing-key.ts';

/** The latest head of an authority's log; `null` before anything was sealed. */
export async function findLatestHead(tx: Tx, authorityId: string): Promise<StoredTreeHead | null> {
  const [head] = await sql<StoredTreeHead>(tx, `${HEADS} ORDER BY h.tree_size DESC LIMIT 1`, [authorityId]);
  return head ?? null;
}

/** The heads after a size, smallest first. */
export function findHeadsAfter(tx: Tx, authorityId: string, size: number, limit: number): Promise<StoredTreeHead[]> {
  return sql(tx, `${HEADS} AND h.tree_size > $2 ORDER BY h.tree_size LIMIT $3`, [authorityId, size, limit]);
}

export async function insertHead(tx: Tx, head: StoredTreeHead): Promise<void> {
  await execute(tx, INSERT, [
    head.authorityId,
    head.size,
    head.root,
    head.arrival,
    head.sealedAt,
    head.cluster,
    head.cursor,
    head.keyId,
    head.signature,
  ]);
}

/** Keeps a public key for readers to fetch; one that is there stays as it is. */
export async function notePublicKey(tx: Tx, { id, use, spki }: PublicKey): Promise<void> {
  await execute(tx, `INSERT INTO audit_key (id, use, public_key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
    id,
    use,
    spki,
  ]);
}

export function findPublicKeys(tx: Tx): Promise<PublicKey[]> {
  return sql(tx, 'SELECT id, use, public_key AS spki FROM audit_key ORDER BY use, id');
}

const HEADS = `SELECT h.authority_id AS "authorityId", h.tree_size::float8 AS size, h.root_hash AS root,
    h.arrival_hash AS arrival, h.sealed_at AS "sealedAt", h.cluster, h.cursor_xid::text AS cursor, h.key_id AS "keyId",
    h.signature
  FROM audit_tree_head h WHERE h.authority_id = $1`;

const INSERT = `INSERT INTO audit_tree_head (authority_id, tree_size, root_hash, arrival_hash, sealed_at, cluster,
    cursor_xid, key_id, signature) VALUES ($1, $2, $3, $4, $5, $6, $7::xid8, $8, $9)`;
