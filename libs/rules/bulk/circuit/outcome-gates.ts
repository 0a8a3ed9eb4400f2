import { LEVELS, URGENCIES } from '#domain';
import type { CompiledRule } from '../../evaluate/compiled-rule-set.ts';
import type { Ref } from './circuit.ts';
import type { CircuitBuilder } from './circuit-builder.ts';
import type { Bounds } from './condition-gates.ts';

/** Rules that are in force together and add the same, as one bitset of cases for each bound. */
export interface OutcomeClass extends Bounds {
  readonly level: number;
  readonly urgency: number;
  readonly isRedLine: boolean;
}

/** For one bound: cases that reach each level and each urgency above the lowest, lowest first. */
export interface Reached {
  readonly levels: readonly Ref[];
  readonly urgencies: readonly Ref[];
}

export interface OutcomeRefs {
  readonly definite: Reached;
  readonly possible: Reached;
  /** Cases with a red line that definitely holds. */
  readonly redLine: Ref;
}

export function addsNothing({ rule, level, urgency }: CompiledRule): boolean {
  return level === 0 && urgency === 0 && rule.then.redLine !== true;
}

type RankOf = (one: OutcomeClass) => number;

/** Cases that reach each rank from 1 to the highest: those that reach the next one and those whose rules end here. */
function reached(builder: CircuitBuilder, classes: readonly OutcomeClass[], rankOf: RankOf, highest: number): Bounds[] {
  const ranks: Bounds[] = [];
  for (let rank = highest; rank >= 1; rank -= 1) {
    const here = classes.filter((one) => rankOf(one) === rank);
    const above = ranks[0] === undefined ? here : [ranks[0], ...here];
    const inner = builder.or(above.map(({ definite }) => definite));
    const outer = builder.or(above.map(({ possible }) => possible));
    const [definite, possible] = builder.nested(inner, outer);
    ranks.unshift({ definite, possible });
  }
  return ranks;
}

/** The join of what the rules add (rules.md, semantics 3 and 4), rank by rank. */
export function outcomeRefs(builder: CircuitBuilder, classes: readonly OutcomeClass[]): OutcomeRefs {
  const levels = reached(builder, classes, ({ level }) => level, LEVELS.length - 1);
  const urgencies = reached(builder, classes, ({ urgency }) => urgency, URGENCIES.length - 1);
  const bound = (which: keyof Bounds): Reached => ({
    levels: levels.map((one) => one[which]),
    urgencies: urgencies.map((one) => one[which]),
  });
  const redLines = classes.filter(({ isRedLine }) => isRedLine);
  return {
    definite: bound('definite'),
    possible: bound('possible'),
    redLine: builder.or(redLines.map(({ definite }) => definite)),
  };
}
