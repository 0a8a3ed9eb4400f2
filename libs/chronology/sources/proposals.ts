import type { CaseId } from '#domain';
import { sql } from '#platform';
import type { SourceEntry } from '../entry.ts';
import { dateOfMoment } from '../event-date.ts';
import type { ChronologySource } from '../reading.ts';

interface Proposed {
  readonly id: string;
  readonly caseId: CaseId;
  readonly at: Date;
  readonly level: string;
  readonly urgency: string;
}

/** What the rules proposed, each time it was something else than before. */
export const proposals: ChronologySource = async ({ tx, authorityId, cases }) => {
  const rows = await sql<Proposed>(tx, PROPOSED, [authorityId, cases.map(({ found }) => found.id)]);
  return rows.map(({ id, caseId, at, level, urgency }): SourceEntry => {
    const source = { kind: 'rules', agencyId: null, person: null, role: 'rules' } as const;
    return {
      ...{ id: `proposal:${id}`, category: 'proposal', what: 'proposed', caseIds: [caseId] },
      ...{
        date: dateOfMoment(at),
        recordedAt: at,
        values: { level, urgency },
        text: null,
        source,
        recordedBy: null,
        correction: null,
      },
    };
  });
};

const PROPOSED = `SELECT id, "caseId", at, level, urgency FROM (
    SELECT id, case_id AS "caseId", evaluated_at AS at, proposal ->> 'level' AS level, proposal ->> 'urgency' AS urgency,
      lag((proposal ->> 'level', proposal ->> 'urgency')) OVER (PARTITION BY case_id ORDER BY input_version) AS before
    FROM triage_run WHERE authority_id = $1 AND case_id = ANY ($2::uuid[])) AS run
  WHERE before IS NULL OR before IS DISTINCT FROM (level, urgency)`;
