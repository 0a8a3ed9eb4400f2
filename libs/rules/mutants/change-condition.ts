import type { Condition } from '../condition.ts';

/** A condition with one fault, and what was done. */
export interface ChangedCondition<K extends string> {
  readonly kind: K;
  readonly what: string;
  readonly condition: Condition;
}

/** Every condition that comes of changing one node of this one; `change` says how a node may be changed. */
export function changedAnywhere<K extends string>(
  condition: Condition,
  change: (node: Condition) => readonly ChangedCondition<K>[],
): readonly ChangedCondition<K>[] {
  const within = (parts: readonly Condition[], rebuild: (parts: readonly Condition[]) => Condition) =>
    parts.flatMap((part, place) =>
      changedAnywhere(part, change).map((one) => ({ ...one, condition: rebuild(parts.with(place, one.condition)) })),
    );
  const here = change(condition);
  if ('all' in condition) return [...here, ...within(condition.all, (all) => ({ all }))];
  if ('any' in condition) return [...here, ...within(condition.any, (any) => ({ any }))];
  if ('of' in condition) return [...here, ...within(condition.of, (of) => ({ ...condition, of }))];
  if ('not' in condition) return [...here, ...within([condition.not], ([not = condition.not]) => ({ not }))];
  return here;
}
