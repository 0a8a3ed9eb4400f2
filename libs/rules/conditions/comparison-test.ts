import type { FactValue } from '#domain';
import type { Comparison } from '../condition.ts';

export type ComparisonTest = (value: FactValue) => boolean;

/** The test that a comparison puts to a known value. */
export function comparisonTest(comparison: Comparison): ComparisonTest {
  if ('is' in comparison) {
    const wanted = comparison.is;
    return (value) => value === wanted;
  }
  if ('in' in comparison) {
    const wanted = [...comparison.in];
    return (value) => wanted.includes(value);
  }
  const [low, high] = comparison.between;
  return (value) => typeof value === 'number' && low <= value && value <= high;
}
