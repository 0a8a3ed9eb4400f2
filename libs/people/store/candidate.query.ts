import { execute, sql, type Tx } from '#platform';
import type { MatchEvidence } from '../matching/match-model.ts';

/** A pair that may be one person; `mentionId` is the later of the two. */
export interface Candidate {
  readonly mentionId: string;
  readonly otherId: string;
  readonly score: number;
  readonly band: 'match' | 'possible';
  readonly evidence: readonly MatchEvidence[];
}

/** What is looked up for one mention. */
export interface WantedKey {
  readonly mentionId: string;
  readonly referralId: string;
  readonly key: bigint;
  readonly isIdentifier: boolean;
}

/** How many mentions may share a key before it says nothing any more; identifiers are looked up whoever shares them. */
const MOST_IN_A_BLOCK = 300;
const MOST_WITH_AN_IDENTIFIER = 5_000;
/** Those that share most keys come first. */
const MOST_CANDIDATES = 150;

/** Two mentions of different referrals that share a key; `mentionId` is the one that was looked for. */
export interface Sharing {
  readonly mentionId: string;
  readonly otherId: string;
}

/** Pairs of a mention and another of the authority that share a key; those of one referral are no candidates of each other. */
export function findSharing(tx: Tx, authorityId: string, keys: readonly WantedKey[]): Promise<Sharing[]> {
  const referrals = new Map(keys.map(({ mentionId, referralId }) => [mentionId, referralId]));
  return sql(tx, SHARING, [
    authorityId,
    [...referrals.keys()],
    [...referrals.values()],
    keys.map(({ mentionId }) => mentionId),
    keys.map(({ key }) => `${key}`),
    keys.map(({ isIdentifier }) => (isIdentifier ? MOST_WITH_AN_IDENTIFIER : MOST_IN_A_BLOCK)),
    MOST_CANDIDATES,
  ]);
}

/** Stores what is new or has changed, and touches nothing else. In order of ids, so that two transactions that store the same wait and go on. */
export async function storeCandidates(
  tx: Tx,
  authorityId: string,
  candidates: readonly Candidate[],
  { modelVersion, at }: { readonly modelVersion: string; readonly at: Date },
): Promise<number> {
  if (candidates.length === 0) return 0;
  return execute(tx, STORE, [authorityId, JSON.stringify(candidates), modelVersion, at]);
}

/** A block that is too large is left out whole: which of its mentions came first says nothing. */
const SHARING = `WITH looked_for AS (
    SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS l (mention_id, referral_id)),
  shared AS (
    SELECT own.mention_id, block.members, own.most FROM unnest($4::uuid[], $5::bigint[], $6::int[]) AS own (mention_id, key, most)
    CROSS JOIN LATERAL (SELECT array_agg(k.mention_id) AS members FROM (
      SELECT mention_id FROM person_key WHERE key = own.key AND authority_id = $1 LIMIT own.most + 1) k) block
    WHERE cardinality(block.members) <= own.most),
  counted AS (
    SELECT s.mention_id, member, count(*) + max((s.most > ${String(MOST_IN_A_BLOCK)})::int) * 100 AS weight
    FROM shared s CROSS JOIN LATERAL unnest(s.members) AS member
    WHERE NOT EXISTS (SELECT 1 FROM looked_for one JOIN looked_for other USING (referral_id)
      WHERE one.mention_id = s.mention_id AND other.mention_id = member)
    GROUP BY 1, 2),
  ranked AS (
    SELECT *, row_number() OVER (PARTITION BY mention_id ORDER BY weight DESC, member) AS rank FROM counted)
  SELECT mention_id AS "mentionId", member AS "otherId" FROM ranked WHERE rank <= $7`;

const STORE = `INSERT INTO person_candidate (authority_id, mention_id, other_id, score, band, evidence, model_version, found_at)
  SELECT $1, "mentionId", "otherId", score, band, evidence, $3, $4
  FROM json_to_recordset($2::json) AS c ("mentionId" uuid, "otherId" uuid, score real, band text, evidence jsonb)
  WHERE NOT EXISTS (SELECT 1 FROM person_candidate p WHERE p.mention_id = c."mentionId" AND p.other_id = c."otherId"
    AND (p.score, p.band, p.model_version) IS NOT DISTINCT FROM (c.score, c.band, $3))
  ORDER BY 2, 3
  ON CONFLICT (mention_id, other_id) DO UPDATE
  SET score = excluded.score, band = excluded.band, evidence = excluded.evidence, model_version = excluded.model_version,
    found_at = excluded.found_at
  WHERE (person_candidate.score, person_candidate.band, person_candidate.model_version)
    IS DISTINCT FROM (excluded.score, excluded.band, excluded.model_version)`;
