import type { CaseId } from '#domain';
import { sql } from '#platform';
import type { SourceEntry } from '../entry.ts';
import { dateOfMoment } from '../event-date.ts';
import type { ChronologySource } from '../reading.ts';

interface Milestone {
  readonly id: string;
  readonly caseId: CaseId;
  readonly milestone: string;
  readonly at: Date;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** What happened after the front door’s decision, by when it happened. */
export const milestones: ChronologySource = async ({ tx, authorityId, cases }) => {
  const rows = await sql<Milestone>(tx, MILESTONES, [authorityId, cases.map(({ found }) => found.id)]);
  return rows.map(({ id, caseId, milestone, at, recordedAt, recordedByName }): SourceEntry => {
    const source = { kind: 'staff', agencyId: null, person: recordedByName, role: null } as const;
    return {
      ...{ id: `milestone:${id}`, category: 'milestone', what: 'milestone', caseIds: [caseId], values: { milestone } },
      ...{ date: dateOfMoment(at), recordedAt, text: null, source, recordedBy: null, correction: null },
    };
  });
};

const MILESTONES = `SELECT id, case_id AS "caseId", milestone, happened_at AS at, recorded_by_name AS "recordedByName",
    recorded_at AS "recordedAt"
  FROM case_milestone WHERE authority_id = $1 AND case_id = ANY ($2::uuid[])`;
