import { sql, type Tx } from '#platform';
import type { MatchEvidence } from '../matching/match-model.ts';

/** A pair of mentions that may be one person, as the engine found it. */
export interface FoundCandidate {
  /** The later of the two. */
  readonly mentionId: string;
  readonly otherId: string;
  readonly score: number;
  readonly band: 'match' | 'possible';
  readonly evidence: readonly MatchEvidence[];
  readonly modelVersion: string;
  readonly foundAt: Date;
}

/** Pairs with any of these mentions on either side, the likeliest first, where both ends show to the reader. */
export function findCandidatesOf(tx: Tx, mentionIds: readonly string[]): Promise<FoundCandidate[]> {
  return sql<FoundCandidate>(tx, SELECT, [mentionIds]);
}

const SELECT = `SELECT c.mention_id AS "mentionId", c.other_id AS "otherId", c.score, c.band, c.evidence,
    c.model_version AS "modelVersion", c.found_at AS "foundAt"
  FROM (
    SELECT * FROM person_candidate WHERE mention_id = ANY ($1::uuid[])
    UNION
    SELECT * FROM person_candidate WHERE other_id = ANY ($1::uuid[])) c
  ORDER BY c.score DESC, c.mention_id, c.other_id LIMIT 500`;
