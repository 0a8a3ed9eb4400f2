import type { Comparison } from '../condition.ts';
import { rankOf, rankRange } from '../fact-type.ts';
import type { FactType } from '../rule-set.ts';

/** The ranks of the values that a comparison accepts: the least, the greatest, and how many. */
function acceptedRanks(type: FactType, comparison: Comparison): readonly [low: number, high: number, count: number] {
  if ('between' in comparison) {
    const [low, high] = comparison.between;
    return [low, high, high - low + 1];
  }
  const values = 'is' in comparison ? [comparison.is] : comparison.in;
  const ranks = new Set(values.map((value) => rankOf(type, value)));
  return [Math.min(...ranks), Math.max(...ranks), ranks.size];
}

/**
 * Whether a comparison with a harm could stop holding when there is more of it, or could hold for want of it. As the
 * rule words it, the comparison must accept everything from some value up to the greatest: `is true`, a number from a
 * threshold to its maximum, the last values of an enum. Under an odd number of `not` it must be the other way round:
 * `not (is false)` says the same as `is true`.
 */
export function restsOnAbsence(type: FactType, comparison: Comparison, negated: boolean): boolean {
  const [least, greatest] = rankRange(type);
  const [low, high, count] = acceptedRanks(type, comparison);
  if (count !== high - low + 1) return true;
  return negated ? low !== least || high === greatest : high !== greatest;
}
