import type { FactValue } from '#domain';
import type { Comparison } from '../condition.ts';
import { comparisonTest } from '../conditions/comparison-test.ts';
import { cuts } from '../conditions/cuts.ts';
import type { Slot } from '../conditions/fact-table.ts';
import type { CompiledRule } from '../evaluate/compiled-rule-set.ts';
import { rankOf } from '../fact-type.ts';
import type { FactType } from '../rule-set.ts';

/** How far a value lies from what a fact is now, in steps of its type; from an unknown fact it is the value's rank. */
export function distanceFrom(now: Slot | undefined, type: FactType, value: FactValue): number {
  const from = now === undefined || typeof now === 'symbol' ? rankOf(type, leastOf(type)) : rankOf(type, now);
  return Math.abs(rankOf(type, value) - from);
}

function leastOf(type: FactType): FactValue {
  if (type.kind === 'boolean') return false;
  return type.kind === 'integer' ? type.min : (type.values[0] ?? '');
}

/** Of whole numbers, the two ends of every stretch in which no comparison turns: the nearest is among them. */
function samples(type: FactType, comparisons: readonly Comparison[]): readonly FactValue[] {
  switch (type.kind) {
    case 'boolean':
      return [false, true];
    case 'enum':
      return type.values;
    case 'integer': {
      const starts = comparisons.flatMap(cuts).filter((start) => type.min < start && start <= type.max);
      return [...new Set([type.min, ...starts, ...starts.map((start) => start - 1), type.max])];
    }
    default:
      return type satisfies never;
  }
}

/**
 * The values worth giving a fact instead of what it is now: of all values that the rules' comparisons cannot tell
 * apart, the one nearest to the present; none that they cannot tell from the present. Nearest first.
 */
export function alternatives(
  fact: number,
  type: FactType,
  now: Slot | undefined,
  rules: readonly CompiledRule[],
): readonly FactValue[] {
  const leaves = rules.flatMap((rule) => rule.leaves.filter(({ factIndex }) => factIndex === fact));
  const comparisons = leaves.flatMap(({ leaf }) => ('known' in leaf ? [] : [leaf]));
  const tests = comparisons.map(comparisonTest);
  const signatureOf = (value: FactValue): string => tests.map((test) => (test(value) ? '1' : '0')).join('');
  const isKnown = now !== undefined && typeof now !== 'symbol';
  const told = new Set(isKnown ? [signatureOf(now)] : []);
  const nearestFirst = [...samples(type, comparisons)].sort(
    (a, b) => distanceFrom(now, type, a) - distanceFrom(now, type, b) || rankOf(type, a) - rankOf(type, b),
  );
  return nearestFirst.filter((value) => {
    const signature = signatureOf(value);
    return !told.has(signature) && told.add(signature);
  });
}
