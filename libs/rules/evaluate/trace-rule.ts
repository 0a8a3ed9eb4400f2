import type { FactTable } from '../conditions/fact-table.ts';
import { FALSE, type Kleene, toTruth } from '../conditions/kleene.ts';
import type { RuleTrace } from '../evaluation.ts';
import type { CompiledRule } from './compiled-rule-set.ts';

/**
 * Takes the marks off the facts that decided a rule and returns their ids, sorted. The usual case, that all facts of
 * the rule decided it, shares the rule's own list.
 */
function takeMarked(rule: CompiledRule, marks: Uint8Array): readonly string[] {
  let marked = 0;
  for (const index of rule.factIndexes) marked += marks[index] ?? 0;
  const all = marked === rule.factIndexes.length;
  const ids = all ? rule.factIds : rule.factIds.filter((_id, place) => marks[rule.factIndexes[place] ?? -1] === 1);
  for (const index of rule.factIndexes) marks[index] = 0;
  return ids;
}

/** One flip short, with some part of the rule holding: without that every rule of one condition would be near. */
function isNearMiss({ condition }: CompiledRule, table: FactTable): boolean {
  return condition.holdsInPart(table, false) && condition.shortfall(table, true) === 1;
}

/** What one rule came to and why (rules.md, semantics 7). `marks` must be clear, one for each fact, and stays so. */
export function traceRule(rule: CompiledRule, result: Kleene, table: FactTable, marks: Uint8Array): RuleTrace {
  rule.condition.markDeciding(table, result, marks);
  return {
    ruleId: rule.rule.id,
    ruleVersion: rule.rule.version,
    result: toTruth(result),
    decidedBy: takeMarked(rule, marks),
    nearMiss: result === FALSE && isNearMiss(rule, table),
  };
}
