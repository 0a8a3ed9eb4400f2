import type { CaseId } from '#domain';
import { sql } from '#platform';
import { openedUnder } from '#vault';
import type { SourceEntry } from '../entry.ts';
import { dateOfMoment } from '../event-date.ts';
import type { ChronologySource } from '../reading.ts';
import { keyOfCase } from './cases-of.ts';

interface Step {
  readonly id: string;
  readonly caseId: CaseId;
  readonly kind: string;
  readonly step: string;
  readonly stage: number;
  readonly side: 'agency' | 'family' | 'front_door';
  readonly agencyId: string | null;
  readonly written: string;
  readonly name: string;
  readonly role: string;
  readonly at: Date;
}

/** Disagreements of agencies and families with a decision, step by step, as far as this person may read them. */
export const challenges: ChronologySource = async (reading) => {
  const { tx, authorityId, cases } = reading;
  const rows = await sql<Step>(tx, STEPS, [authorityId, cases.map(({ found }) => found.id)]);
  const keyOf = keyOfCase(reading);
  return rows.map((row): SourceEntry => {
    const { id, caseId, kind, step, stage, at, written } = row;
    return {
      ...{ id: `challenge:${id}`, category: 'challenge', what: 'challenge', caseIds: [caseId] },
      ...{ date: dateOfMoment(at), recordedAt: at, values: { kind, step, stage: String(stage) } },
      text: openedUnder(keyOf(caseId), 'challenge_entry.written', id, written),
      ...{ source: sourceOf(row), recordedBy: null, correction: null },
    };
  });
};

/** Of a family staff wrote it down; of an agency, its own people. */
function sourceOf({ side, agencyId, name, role }: Step): SourceEntry['source'] {
  if (side === 'agency') return { kind: 'agency', agencyId, person: name, role: null };
  return { kind: 'staff', agencyId: null, person: name, role: side === 'family' ? 'family' : role };
}

const STEPS = `SELECT s.id, s.case_id AS "caseId", c.kind, coalesce(CASE WHEN s.kind = 'decided' THEN c.outcome END, s.kind) AS step,
    s.stage, s.side, c.agency_id AS "agencyId", s.written, s.by_name AS name, s.by_role AS role, s.at
  FROM challenge_entry s JOIN challenge c ON c.id = s.challenge_id
  WHERE s.authority_id = $1 AND s.case_id = ANY ($2::uuid[])`;
