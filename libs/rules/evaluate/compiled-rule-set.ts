import type { CompiledCondition } from '../conditions/compiled-condition.ts';
import type { CompiledFact } from '../conditions/fact-table.ts';
import type { Leaf } from '../conditions/normal-form.ts';
import type { Rule, RuleSet } from '../rule-set.ts';

/** A leaf of a rule with the index of its fact; `negated` where it stands under an odd number of `not`. */
export interface CompiledLeaf {
  readonly leaf: Leaf;
  readonly factIndex: number;
  readonly negated: boolean;
}

/** A rule ready to be evaluated, with its outcome as ranks. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly condition: CompiledCondition;
  readonly leaves: readonly CompiledLeaf[];
  /** The facts it asks about, ascending, which is by id. */
  readonly factIndexes: readonly number[];
  readonly factIds: readonly string[];
  readonly level: number;
  readonly urgency: number;
}

/** A checked rule set ready to be evaluated any number of times. Facts and rules stand in the order of their ids. */
export interface CompiledRuleSet {
  readonly ruleSet: RuleSet;
  readonly facts: readonly CompiledFact[];
  readonly rules: readonly CompiledRule[];
}
