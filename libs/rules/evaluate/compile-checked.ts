import { levelRank, urgencyRank } from '#domain';
import { compileCondition } from '../conditions/compile-condition.ts';
import { compileFact } from '../conditions/fact-table.ts';
import { factOf, forEachLeaf } from '../conditions/normal-form.ts';
import type { Rule, RuleSet } from '../rule-set.ts';
import type { CompiledLeaf, CompiledRule, CompiledRuleSet } from './compiled-rule-set.ts';

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function compileRule(rule: Rule, ids: readonly string[], indexOf: (id: string) => number): CompiledRule {
  const leaves: CompiledLeaf[] = [];
  forEachLeaf(rule.when, (leaf, negated) => leaves.push({ leaf, factIndex: indexOf(factOf(leaf)), negated }));
  const factIndexes = [...new Set(leaves.map(({ factIndex }) => factIndex))].sort((a, b) => a - b);
  return {
    rule,
    condition: compileCondition(rule.when, indexOf),
    leaves,
    factIndexes,
    // Frozen because traces share it.
    factIds: Object.freeze(factIndexes.flatMap((index) => ids[index] ?? [])),
    level: levelRank(rule.then.minLevel ?? 'universal'),
    urgency: urgencyRank(rule.then.minUrgency ?? 'blue'),
  };
}

/**
 * Prepares a rule set that is known to be sound. Rules are put in the order of their ids, so that a set's own order
 * leaves no mark on what is stored.
 */
export function compileChecked(ruleSet: RuleSet): CompiledRuleSet {
  const entries = [...ruleSet.catalogue].sort(byId);
  const ids = entries.map(({ id }) => id);
  const index = new Map(ids.map((id, place) => [id, place]));
  return {
    ruleSet,
    facts: entries.map(compileFact),
    rules: [...ruleSet.rules].sort(byId).map((rule) => compileRule(rule, ids, (id) => index.get(id) ?? -1)),
  };
}
