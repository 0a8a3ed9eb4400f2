import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database, sql } from '#platform';
import { DIFFERENCES, type Difference } from '../decisions/decision-question.ts';
import { LEAST_SHOWN, type Line, type ShownLine, withheld } from '../withheld.ts';
import { BY_GROUP, BY_RULE } from './overrides.query.ts';

/** Local days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export type OverrideLine = ShownLine<Difference>;

/** How often people differed from the rules, and in which direction. Groups are codes; months `2026-11`. */
export interface OverrideReport {
  readonly total: OverrideLine;
  readonly byTeam: readonly OverrideLine[];
  readonly byAgency: readonly OverrideLine[];
  readonly byMonth: readonly OverrideLine[];
  /** Rules that held; a decision counts for each of them, so these lines do not add up. The most decided first; rare ones are left out. */
  readonly byRule: readonly OverrideLine[];
}

/** Rules beyond the most frequent ones say little; each decision rests on several. */
const MOST_RULES = 25;

/**
 * Counts decisions against what was proposed, for those whose record the person may see; returned ones are left out, and
 * small counts withheld.
 */
@Injectable()
export class ReadOverrides {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, { from, to }: Span): Promise<OverrideReport> {
    const values = [actor.authorityId, from, to];
    const [groups, rules] = await this.database.inTransaction(actor, async (tx) => [
      await sql<Counted>(tx, BY_GROUP, values),
      await sql<Counted>(tx, BY_RULE, [...values, MOST_RULES, LEAST_SHOWN]),
    ]);
    const linesOf = (kind: string): Line<Difference>[] => groups.filter((row) => row.kind === kind).map(lineOf);
    const total = linesOf('total')[0] ?? lineOf(NOTHING);
    const shown = withheld(DIFFERENCES, total, {
      byTeam: { lines: linesOf('team'), addsUp: true },
      byAgency: { lines: linesOf('agency'), addsUp: true },
      byMonth: { lines: linesOf('month'), addsUp: true },
      byRule: { lines: rules.map(lineOf), addsUp: false },
    });
    return { total: shown.total, ...shown.tables };
  }
}

interface Counted {
  readonly kind: string;
  readonly group: string;
  readonly asProposed: number;
  readonly higher: number;
  readonly lower: number;
  readonly noProposal: number;
}

const NOTHING: Counted = { kind: 'total', group: '', asProposed: 0, higher: 0, lower: 0, noProposal: 0 };

function lineOf({ group, asProposed, higher, lower, noProposal }: Counted): Line<Difference> {
  const parts = { as_proposed: asProposed, higher, lower, no_proposal: noProposal };
  return { group, all: asProposed + higher + lower + noProposal, parts };
}
