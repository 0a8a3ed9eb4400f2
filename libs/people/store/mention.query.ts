import { execute, sql, type Tx } from '#platform';
import type { Mention } from '../mentions/mention.ts';

/** A mention with its details as they are stored. */
export type SealedMention = Mention & { readonly details: string };

/** The same with the key of its referral, still wrapped; `null` where there is none. */
export type FetchedMention = SealedMention & { readonly wrapped: Buffer | null; readonly keyId: string | null };

export interface MentionKey {
  readonly mentionId: string;
  readonly key: bigint;
}

export async function insertMentions(tx: Tx, mentions: readonly SealedMention[]): Promise<void> {
  await execute(tx, INSERT, [JSON.stringify(mentions)]);
}

export async function insertKeys(tx: Tx, authorityId: string, keys: readonly MentionKey[]): Promise<void> {
  if (keys.length === 0) return;
  await execute(tx, INSERT_KEYS, [
    authorityId,
    keys.map(({ mentionId }) => mentionId),
    keys.map(({ key }) => `${key}`),
  ]);
}

export function findMentions(tx: Tx, authorityId: string, ids: readonly string[]): Promise<FetchedMention[]> {
  return sql<FetchedMention>(tx, `${SELECT} WHERE m.authority_id = $1 AND m.id = ANY($2)`, [authorityId, ids]);
}

/** `but`: mentions that the caller has already. */
export function findMentionsOf(
  tx: Tx,
  authorityId: string,
  referralIds: readonly string[],
  but: readonly string[] = [],
): Promise<FetchedMention[]> {
  return sql<FetchedMention>(tx, OF_REFERRALS, [authorityId, referralIds, but]);
}

const INSERT = `INSERT INTO person_mention (id, authority_id, referral_id, case_id, role, position, person_id, received_at, details)
  SELECT id, "authorityId", "referralId", "caseId", role, position, "personId", "receivedAt", details
  FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, "authorityId" text, "referralId" uuid, "caseId" uuid, role text,
    position smallint, "personId" uuid, "receivedAt" timestamptz, details text)`;

const INSERT_KEYS = `INSERT INTO person_key (key, mention_id, authority_id)
  SELECT key, mention_id, $1 FROM unnest($2::uuid[], $3::bigint[]) AS k (mention_id, key) ON CONFLICT DO NOTHING`;

/** With the keys in one query: many referrals are opened at once. */
const SELECT = `SELECT m.id, m.authority_id AS "authorityId", m.referral_id AS "referralId", m.case_id AS "caseId", m.role,
    m.position, m.person_id AS "personId", m.received_at AS "receivedAt", m.details, k.wrapped, k.key_id AS "keyId"
  FROM person_mention m LEFT JOIN record_key k ON k.referral_id = m.referral_id AND k.authority_id = m.authority_id`;

const OF_REFERRALS = `${SELECT} WHERE m.authority_id = $1 AND m.referral_id = ANY ($2::uuid[]) AND m.id <> ALL ($3::uuid[])
  ORDER BY role, position`;
