import type { Comparison, Condition } from '#rules';

/** The parts of a connective; none for a leaf. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  if ('of' in condition) return condition.of;
  return 'not' in condition ? [condition.not] : [];
}

/** Every comparison and `known` of a condition, from left to right. */
export function leavesOf(condition: Condition): readonly (Comparison | { readonly known: string })[] {
  if ('fact' in condition || 'known' in condition) return [condition];
  return partsOf(condition).flatMap(leavesOf);
}

/** The facts a condition asks about, each once. */
export function factsOf(condition: Condition): readonly string[] {
  return [...new Set(leavesOf(condition).map((leaf) => ('fact' in leaf ? leaf.fact : leaf.known)))];
}
