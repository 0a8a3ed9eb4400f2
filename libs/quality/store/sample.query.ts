import type { Actor } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { Candidate } from '../draw/draw.ts';
import type { Sample, SampleProgress, Strata } from '../sample.ts';

/** A decision that could be drawn, with what an item keeps of it. */
export interface DecidedCase extends Candidate {
  readonly caseId: string;
  readonly decidedBy: string;
  readonly signedBy: string | null;
}

export interface Frame {
  readonly from: string;
  readonly to: string;
  readonly strata: Strata;
  readonly onlyOverrides: boolean;
}

const STRATUM: Readonly<Record<Strata, string>> = {
  none: 'NULL::text',
  pathway: 'i.pathway',
  agency: 'i.agency_id',
  area: `coalesce(i.area, '')`,
  team: 'i.team',
  difference: 'i.differs',
};

/** Decisions that took effect in a time, of cases that whoever asks may see. */
export function findFrame(tx: Tx, authorityId: string, { from, to, strata, onlyOverrides }: Frame) {
  return sql<DecidedCase>(tx, frameOf(STRATUM[strata]), [authorityId, from, to, onlyOverrides]);
}

export async function insertSample(tx: Tx, authorityId: string, sample: Sample): Promise<void> {
  const { id, from, to, strata, onlyOverrides, wanted, seed, frameSize, frameSha256 } = sample;
  const how = [id, authorityId, from, to, strata, onlyOverrides, wanted, seed, frameSize, frameSha256];
  await execute(tx, INSERT_SAMPLE, [...how, sample.drawnBy, sample.drawnByName, sample.drawnAt]);
}

export async function insertItems(
  tx: Tx,
  authorityId: string,
  sampleId: string,
  drawn: readonly DecidedCase[],
): Promise<void> {
  await execute(tx, INSERT_ITEMS, [authorityId, sampleId, JSON.stringify(drawn)]);
}

/** Newest first. */
export function findSamples(tx: Tx, { authorityId }: Actor): Promise<SampleProgress[]> {
  return sql<SampleProgress>(tx, `${SAMPLES} ORDER BY s.drawn_at DESC, s.id DESC LIMIT 200`, [authorityId, null]);
}

export async function findSample(tx: Tx, { authorityId }: Actor, id: string): Promise<SampleProgress | null> {
  const [row] = await sql<SampleProgress>(tx, SAMPLES, [authorityId, id]);
  return row ?? null;
}

const frameOf = (stratum: string): string => `SELECT i.decision_id AS "decisionId", i.case_id AS "caseId",
    i.decided_by AS "decidedBy", i.signed_by AS "signedBy", ${stratum} AS stratum
  FROM decision_index i WHERE i.authority_id = $1
    AND i.decided_at >= ($2::date)::timestamp AT TIME ZONE 'Europe/London'
    AND i.decided_at < ($3::date + 1)::timestamp AT TIME ZONE 'Europe/London'
    AND i.sign_off IN ('not_needed', 'signed') AND (NOT $4::boolean OR i.differs IN ('higher', 'lower'))`;

const INSERT_SAMPLE = `INSERT INTO quality_sample (id, authority_id, from_day, to_day, strata, only_overrides, wanted,
    seed, frame_size, frame_sha256, drawn_by, drawn_by_name, drawn_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

const INSERT_ITEMS = `INSERT INTO quality_item (id, authority_id, sample_id, position, stratum, case_id, decision_id,
    decided_by, signed_by)
  SELECT gen_random_uuid(), $1, $2, n.position, n.each ->> 'stratum', (n.each ->> 'caseId')::uuid,
    (n.each ->> 'decisionId')::uuid, n.each ->> 'decidedBy', n.each ->> 'signedBy'
  FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS n (each, position)`;

const SAMPLES = `SELECT s.id, s.from_day::text AS "from", s.to_day::text AS "to", s.strata,
    s.only_overrides AS "onlyOverrides", s.wanted, s.seed, s.frame_size AS "frameSize", s.frame_sha256 AS "frameSha256",
    s.drawn_by AS "drawnBy", s.drawn_by_name AS "drawnByName", s.drawn_at AS "drawnAt", c.*
  FROM quality_sample s, LATERAL (
    SELECT count(*)::int AS items, count(r.item_id)::int AS rated, count(z.item_id)::int AS closed,
      (count(*) FILTER (WHERE r.outcome <> coalesce(d.level, 'no_further_action') OR r.urgency <> d.urgency))::int
        AS differing
    FROM quality_item i JOIN decision_index d ON d.decision_id = i.decision_id
    LEFT JOIN quality_rating r ON r.item_id = i.id LEFT JOIN quality_closing z ON z.item_id = i.id
    WHERE i.sample_id = s.id) c
  WHERE s.authority_id = $1 AND ($2::uuid IS NULL OR s.id = $2)`;
