import { Injectable } from '@nestjs/common';
import type { DecidedPathway, Milestone, Urgency } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { ClockOwner } from '../case-clock.ts';

/** What clocks depend on besides themselves. */
export interface Standing {
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
  async of(tx: Tx, owner: ClockOwner): Promise<Standing> {
    const [row] = await sql<StandingRow>(tx, STANDING, [owner.id, owner.authorityId]);
    if (row === undefined) throw new Error('Whoever moves the clocks of a case sees the case.');
    return { ...row, milestones: new Map(row.milestones.map(({ milestone, at }) => [milestone, new Date(at)])) };
  }

  async setNextDue(tx: Tx, owner: ClockOwner, nextDueAt: Date | null): Promise<void> {
    await execute(tx, NEXT_DUE, [owner.id, owner.authorityId, nextDueAt]);
  }
}

const STANDING = `SELECT received_at AS "receivedAt", urgency, decided_pathway AS pathway, next_due_at AS "nextDueAt",
    (SELECT coalesce(json_agg(json_build_object('milestone', milestone, 'at', at)), '[]') FROM (
      SELECT milestone, max(happened_at) AS at FROM case_milestone WHERE case_id = $1 GROUP BY milestone) m) AS milestones
  FROM case_record WHERE id = $1 AND authority_id = $2`;

const NEXT_DUE = `UPDATE case_record SET next_due_at = $3
  WHERE id = $1 AND authority_id = $2`;
