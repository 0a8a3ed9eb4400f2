import type { Comparison, Condition } from '../condition.ts';

export type Leaf = { readonly known: string } | Comparison;

/**
 * A condition with its connectives reduced to two. `all` of m is "at least m of m" and `any` is "at least 1 of m",
 * in three-valued truth, in what decided the result and in what is short of it; one kind of node serves the three.
 */
export type NormalForm =
  | { readonly kind: 'atLeast'; readonly need: number; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly inner: Condition }
  | { readonly kind: 'leaf'; readonly leaf: Leaf };

export function normalForm(condition: Condition): NormalForm {
  if ('all' in condition) return { kind: 'atLeast', need: condition.all.length, of: condition.all };
  if ('any' in condition) return { kind: 'atLeast', need: 1, of: condition.any };
  if ('of' in condition) return { kind: 'atLeast', need: condition.atLeast, of: condition.of };
  if ('not' in condition) return { kind: 'not', inner: condition.not };
  return { kind: 'leaf', leaf: condition };
}

export function factOf(leaf: Leaf): string {
  return 'known' in leaf ? leaf.known : leaf.fact;
}

/** Visits every leaf from left to right; `negated` says whether it stands under an odd number of `not`. */
export function forEachLeaf(
  condition: Condition,
  visit: (leaf: Leaf, negated: boolean) => void,
  negated = false,
): void {
  const form = normalForm(condition);
  switch (form.kind) {
    case 'atLeast':
      for (const part of form.of) forEachLeaf(part, visit, negated);
      return;
    case 'not':
      forEachLeaf(form.inner, visit, !negated);
      return;
    case 'leaf':
      visit(form.leaf, negated);
      return;
    default:
      return form satisfies never;
  }
}
