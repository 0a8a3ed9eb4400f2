import type { FactValue } from '#domain';
import type { Comparison } from '../condition.ts';
import { comparisonTest } from '../conditions/comparison-test.ts';
import { cuts } from '../conditions/cuts.ts';
import type { CompiledRule } from '../evaluate/compiled-rule-set.ts';
import type { FactType } from '../rule-set.ts';

interface PolarComparison {
  readonly comparison: Comparison;
  readonly negated: boolean;
}

/** Values among which every way that the comparisons can turn out occurs: thresholds partition whole numbers. */
function samples(type: FactType, comparisons: readonly PolarComparison[]): readonly FactValue[] {
  switch (type.kind) {
    case 'boolean':
      return [false, true];
    case 'enum':
      return type.values;
    case 'integer': {
      const starts = comparisons.flatMap(({ comparison }) => cuts(comparison));
      return [type.min, ...starts.filter((start) => type.min < start && start <= type.max)];
    }
    default:
      return type satisfies never;
  }
}

function comparisonsOn(fact: number, rules: readonly CompiledRule[]): PolarComparison[] {
  const leaves = rules.flatMap((rule) => rule.leaves.filter(({ factIndex }) => factIndex === fact));
  return leaves.flatMap(({ leaf, negated }) => ('known' in leaf ? [] : [{ comparison: leaf, negated }]));
}

/**
 * One value for each way in which the comparisons of these rules with a fact can turn out. Those that make fewest of
 * them hold come first: they leave most open, so a set of facts that does not settle the case is found out soonest.
 */
export function representatives(fact: number, type: FactType, rules: readonly CompiledRule[]): readonly FactValue[] {
  const comparisons = comparisonsOn(fact, rules);
  const tests = comparisons.map(({ comparison }) => comparisonTest(comparison));
  const found = new Map<string, { value: FactValue; holding: number }>();
  for (const value of samples(type, comparisons)) {
    const results = tests.map((test) => test(value));
    const signature = results.map((result) => (result ? '1' : '0')).join('');
    const holding = results.filter((result, place) => result !== comparisons[place]?.negated).length;
    if (!found.has(signature)) found.set(signature, { value, holding });
  }
  return [...found.values()].sort((a, b) => a.holding - b.holding).map(({ value }) => value);
}
