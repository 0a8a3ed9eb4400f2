import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, Milestone } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { ClockOwner } from './case-clock.ts';

/** From where somebody knows that a milestone was reached. */
export const MILESTONE_SOURCES = [
  'own_record',
  'case_management_system',
  'minutes_of_meeting',
  'told_by_professional',
  'police',
] as const;
export type MilestoneSource = (typeof MILESTONE_SOURCES)[number];

export interface ReachedMilestone {
  readonly milestone: Milestone;
  readonly happenedAt: Date;
  readonly source: MilestoneSource;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** What happened to a case after the front door's decision. Written once: a later record stands beside an earlier one. */
@Injectable()
export class Milestones {
  async record(
    tx: Tx,
    owner: ClockOwner,
    reached: Pick<ReachedMilestone, 'milestone' | 'happenedAt' | 'source'>,
    by: { readonly actor: Actor; readonly at: Date },
  ): Promise<void> {
    const { milestone, happenedAt, source } = reached;
    const values = [randomUUID(), owner.authorityId, owner.id, milestone, happenedAt, source];
    await execute(tx, RECORD, [...values, by.actor.id, by.actor.name, by.at]);
  }

  /** In the order in which they happened. */
  ofCase(tx: Tx, caseId: string): Promise<ReachedMilestone[]> {
    return sql<ReachedMilestone>(tx, OF_CASE, [caseId]);
  }
}

const RECORD = `INSERT INTO case_milestone
    (id, authority_id, case_id, milestone, happened_at, source, recorded_by, recorded_by_name, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const OF_CASE = `SELECT milestone, happened_at AS "happenedAt", source, recorded_by_name AS "recordedByName",
    recorded_at AS "recordedAt"
  FROM case_milestone WHERE case_id = $1 ORDER BY happened_at, recorded_at`;
