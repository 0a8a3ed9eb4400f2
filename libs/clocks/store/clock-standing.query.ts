import { Injectable } from '@nestjs/common';
import type { DecidedPathway, Milestone, Urgency } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { ClockOwner } from '../case-clock.ts';

/** What clocks depend on besides themselves. */
export interface Standing {
  readonly id: string;
  readonly receivedAt: Date;
  readonly urgency: Urgency | null;
  readonly pathway: DecidedPathway | null;
  readonly nextDueAt: Date | null;
  readonly milestones: ReadonlyMap<Milestone, Date>;
}

interface StandingRow extends Omit<Standing, 'milestones'> {
  readonly milestones: readonly { readonly milestone: Milestone; readonly at: string }[];
}

/** How the case of a clock stands, and its place in the worklist. */
@Injectable()
export class ClockStanding {
  /** By case, of one authority. */
  async of(tx: Tx, authorityId: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    const rows = await sql<StandingRow>(tx, STANDING, [caseIds, authorityId]);
    return new Map(rows.map((row) => [row.id, standingOf(row)]));
  }

  /** Of cases of one authority. */
  async setNextDue(
    tx: Tx,
    due: readonly { readonly owner: ClockOwner; readonly nextDueAt: Date | null }[],
  ): Promise<void> {
    const ids = due.map(({ owner }) => owner.id);
    const times = due.map(({ nextDueAt }) => nextDueAt);
    await execute(tx, NEXT_DUE, [ids, times, due[0]?.owner.authorityId]);
  }
}

function standingOf(row: StandingRow): Standing {
  return { ...row, milestones: new Map(row.milestones.map(({ milestone, at }) => [milestone, new Date(at)])) };
}

const STANDING = `SELECT id, received_at AS "receivedAt", urgency, decided_pathway AS pathway, next_due_at AS "nextDueAt",
    (SELECT coalesce(json_agg(json_build_object('milestone', milestone, 'at', at)), '[]') FROM (
      SELECT milestone, max(happened_at) AS at FROM case_milestone WHERE case_id = c.id GROUP BY milestone) m) AS milestones
  FROM case_record c WHERE id = ANY ($1::uuid[]) AND authority_id = $2`;

const NEXT_DUE = `UPDATE case_record c SET next_due_at = d.at
  FROM unnest($1::uuid[], $2::timestamptz[]) AS d (id, at) WHERE c.id = d.id AND c.authority_id = $3`;
