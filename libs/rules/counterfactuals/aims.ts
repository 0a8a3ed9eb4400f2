import type { FactTable } from '../conditions/fact-table.ts';
import { FALSE, TRUE } from '../conditions/kleene.ts';
import type { CompiledRule } from '../evaluate/compiled-rule-set.ts';
import { traceRule } from '../evaluate/trace-rule.ts';
import { isUnknown, pathwayRank, type Workbench } from './workbench.ts';

/** Something that changes could bring about. */
export interface Aim {
  /** The rules that must still turn, each by a change of a fact that decides it; none when the aim is reached. */
  readonly left: (table: FactTable) => readonly CompiledRule[];
  readonly mayChange: (fact: number) => boolean;
  readonly maxChanges: number;
}

/**
 * Lower pathways and urgencies than now: for each of them, that no rule above it holds. Rules that do not hold yet
 * count too, for a change may make one hold.
 */
export function lowerAims(bench: Workbench, maxChanges: number): readonly Aim[] {
  const { startHeight, rules } = bench;
  const pathways = [...Array(pathwayRank(startHeight.level)).keys()].map((rank) =>
    rules.filter(({ level }) => pathwayRank(level) > rank),
  );
  const urgencies = [...Array(startHeight.urgency).keys()].map((rank) => rules.filter(({ urgency }) => urgency > rank));
  return [...pathways, ...urgencies].map((above) => ({
    left: (table) => above.filter((rule) => rule.condition.truth(table) === TRUE),
    mayChange: () => true,
    maxChanges,
  }));
}

/**
 * That a rule holds which would raise pathway or urgency and is near it: one condition short, by one change, or open,
 * by answers to unknown facts. Other rules are left out, for any worry that nobody has would raise a case.
 */
export function higherAims(bench: Workbench, maxChanges: number): readonly Aim[] {
  const marks = new Uint8Array(bench.start.length);
  const { start, startHeight, rules } = bench;
  const raising = rules.filter(
    ({ level, urgency }) => pathwayRank(level) > pathwayRank(startHeight.level) || urgency > startHeight.urgency,
  );
  return raising.flatMap((rule): readonly Aim[] => {
    const truth = rule.condition.truth(start);
    const left = (table: FactTable): readonly CompiledRule[] => (rule.condition.truth(table) === TRUE ? [] : [rule]);
    if (truth === FALSE) {
      return traceRule(rule, truth, start, marks).nearMiss ? [{ left, mayChange: () => true, maxChanges: 1 }] : [];
    }
    return truth === TRUE ? [] : [{ left, mayChange: (fact) => isUnknown(start[fact]), maxChanges }];
  });
}
