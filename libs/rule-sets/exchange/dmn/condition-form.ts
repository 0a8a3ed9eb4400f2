import type { Comparison, Condition } from '#rules';

type Leaf = { readonly known: string } | Comparison;

/** A condition in which `not` stands only at leaves; all of m is at least m of m, any of m at least 1 of m. */
export type ConditionForm =
  | { readonly kind: 'atLeast'; readonly need: number; readonly parts: readonly ConditionForm[] }
  | { readonly kind: 'leaf'; readonly leaf: Leaf; readonly negated: boolean };

function atLeast(need: number, of: readonly Condition[], negated: boolean): ConditionForm {
  const parts = of.map((part) => conditionForm(part, negated));
  // That fewer than `need` hold is that all but need - 1 do not hold; so too when some are unknown.
  return { kind: 'atLeast', need: negated ? of.length - need + 1 : need, parts };
}

export function conditionForm(condition: Condition, negated = false): ConditionForm {
  if ('all' in condition) return atLeast(condition.all.length, condition.all, negated);
  if ('any' in condition) return atLeast(1, condition.any, negated);
  if ('of' in condition) return atLeast(condition.atLeast, condition.of, negated);
  if ('not' in condition) return conditionForm(condition.not, !negated);
  return { kind: 'leaf', leaf: condition, negated };
}
