import { execute, sql, type Tx } from '#platform';

/** A record key as it is stored. */
export interface WrappedKey {
  readonly referralId: string;
  readonly wrapped: Buffer;
  readonly keyId: string;
}

/** A statement of the referrals' owner that adds some of them. */
export interface Insertion {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Stores referrals by a statement of their owner's, and their keys with them: one way to the database for both.
 * @returns ids of the referrals that were added.
 */
export async function insertWithKeys(
  tx: Tx,
  { text, values }: Insertion,
  authorityId: string,
  keys: readonly WrappedKey[],
): Promise<string[]> {
  const own = [
    authorityId,
    keys.map((key) => key.referralId),
    keys.map((key) => key.wrapped),
    keys.map((key) => key.keyId),
  ];
  const [authority, ids, wrapped, keyIds] = own.map((_, at) => `$${String(values.length + at + 1)}`);
  const rows = await sql<{ id: string }>(
    tx,
    `WITH stored AS (${text} RETURNING id)
    INSERT INTO record_key (referral_id, authority_id, wrapped, key_id)
    SELECT k.id, ${authority}, k.wrapped, k.key_id
    FROM unnest(${ids}::uuid[], ${wrapped}::bytea[], ${keyIds}::text[]) AS k (id, wrapped, key_id) JOIN stored USING (id)
    RETURNING referral_id AS id`,
    [...values, ...own],
  );
  return rows.map(({ id }) => id);
}

/** Asks the keys alone: a join with the referrals, and the policies on them, took three times as long (ADR 0025). */
export function findRecordKeys(tx: Tx, authorityId: string, referralIds: readonly string[]): Promise<WrappedKey[]> {
  return sql<WrappedKey>(tx, FIND, [authorityId, referralIds]);
}

/** Those of the referrals that were sealed: where their key is missing, it was destroyed. */
export async function sealedAmong(tx: Tx, authorityId: string, referralIds: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }>(tx, SEALED, [authorityId, referralIds]);
  return rows.map((row) => row.id);
}

/** Keys that another than the current one wrapped, held until the transaction ends; whoever else rewraps skips them. */
export function claimStaleKeys(
  tx: Tx,
  authorityId: string,
  keys: { readonly current: string; readonly known: readonly string[] },
  limit: number,
): Promise<WrappedKey[]> {
  return sql<WrappedKey>(tx, CLAIM_STALE, [authorityId, keys.current, keys.known, limit]);
}

export async function replaceWrapping(tx: Tx, authorityId: string, keys: readonly WrappedKey[]): Promise<void> {
  await execute(tx, REPLACE, [
    authorityId,
    keys.map((key) => key.referralId),
    keys.map((key) => key.wrapped),
    keys.map((key) => key.keyId),
  ]);
}

/** What one key of the ring is still needed for: record keys that it wrapped, and secrets that it sealed itself. */
export interface KeyCount {
  readonly keyId: string;
  readonly records: number;
  readonly secrets: number;
}

export function countByKeyId(tx: Tx, authorityId: string): Promise<KeyCount[]> {
  return sql(tx, COUNT, [authorityId]);
}

const FIND = `SELECT referral_id AS "referralId", wrapped, key_id AS "keyId" FROM record_key
  WHERE authority_id = $1 AND referral_id = ANY ($2::uuid[])`;

const SEALED = 'SELECT id FROM referral WHERE authority_id = $1 AND id = ANY ($2::uuid[]) AND sealed';

const CLAIM_STALE = `SELECT referral_id AS "referralId", wrapped, key_id AS "keyId" FROM record_key
  WHERE authority_id = $1 AND key_id <> $2 AND key_id = ANY ($3::text[]) LIMIT $4 FOR UPDATE SKIP LOCKED`;

const REPLACE = `UPDATE record_key k SET wrapped = n.wrapped, key_id = n.key_id
  FROM unnest($2::uuid[], $3::bytea[], $4::text[]) AS n (referral_id, wrapped, key_id)
  WHERE k.authority_id = $1 AND k.referral_id = n.referral_id`;

/** Columns that `Vault.sealSecret` filled for longer than an hour. */
const SECRETS = [
  ['webhook_endpoint', 'secret'],
  ['webhook_endpoint', 'previous_secret'],
  ['sign_in_report', 'report'],
  ['bulk_upload', 'file_name'],
  ['bulk_row', 'cells'],
  ['session', 'id_token'],
] as const;

const COUNT = `SELECT key_id AS "keyId", count(*) FILTER (WHERE NOT secret)::int AS records,
    count(*) FILTER (WHERE secret)::int AS secrets
  FROM (SELECT key_id, false AS secret FROM record_key WHERE authority_id = $1
    ${SECRETS.map(
      ([table, column]) => `UNION ALL
    SELECT split_part(${column}, ':', 1), true FROM ${table} WHERE authority_id = $1 AND ${column} IS NOT NULL`,
    ).join('\n    ')}) AS used
  GROUP BY key_id ORDER BY key_id`;
