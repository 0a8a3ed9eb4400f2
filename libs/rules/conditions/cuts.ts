import type { Comparison } from '../condition.ts';

/** Numbers at which a comparison can begin or cease to hold, as the number counts upwards. */
export function cuts(comparison: Comparison): readonly number[] {
  if ('between' in comparison) return [comparison.between[0], comparison.between[1] + 1];
  const values = 'is' in comparison ? [comparison.is] : comparison.in;
  return values.flatMap((value) => (typeof value === 'number' ? [value, value + 1] : []));
}
