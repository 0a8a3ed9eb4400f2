import type { Facts } from '#domain';
import type { Condition } from '../condition.ts';
import type { Rule, RuleSet } from '../rule-set.ts';
import { interpret } from './reference-interpreter.ts';

/** A fact outside the catalogue is never known, which makes two constants. */
const NEVER: Condition = { known: 'nothing' };
const ALWAYS: Condition = { not: NEVER };

interface Flipped {
  readonly condition: Condition;
  readonly leaf: Condition;
  readonly negated: boolean;
}

/** The condition in every version in which one leaf is fixed to a constant. */
function flips(condition: Condition, to: Condition, negated = false): readonly Flipped[] {
  const within = (list: readonly Condition[], rebuild: (parts: Condition[]) => Condition): readonly Flipped[] =>
    list.flatMap((part, place) =>
      flips(part, to, negated).map((one) => ({ ...one, condition: rebuild(list.with(place, one.condition)) })),
    );
  if ('all' in condition) return within(condition.all, (all) => ({ all }));
  if ('any' in condition) return within(condition.any, (any) => ({ any }));
  if ('of' in condition) return within(condition.of, (of) => ({ ...condition, of }));
  if ('not' in condition) {
    return flips(condition.not, to, !negated).map((one) => ({ ...one, condition: { not: one.condition } }));
  }
  return [{ condition: to, leaf: condition, negated }];
}

/** The definition of a near miss, tried out leaf by leaf with the slow interpreter. */
export function isNearMissByFlipping(rule: Rule, ruleSet: RuleSet, facts: Facts): boolean {
  const judge = (when: Condition): string | undefined =>
    interpret({ ...ruleSet, rules: [{ ...rule, when }] }, facts).results[rule.id];
  const leaves = flips(rule.when, ALWAYS);
  const oneFlipAway = [...leaves, ...flips(rule.when, NEVER)].some(({ condition }) => judge(condition) === 'true');
  const someLeafHolds = leaves.some(({ leaf, negated }) => judge(leaf) === (negated ? 'false' : 'true'));
  return judge(rule.when) === 'false' && oneFlipAway && someLeafHolds;
}
