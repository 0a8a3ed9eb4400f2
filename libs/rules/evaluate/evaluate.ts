import type { Facts } from '#domain';
import { readFacts } from '../conditions/fact-table.ts';
import { FALSE, TRUE } from '../conditions/kleene.ts';
import type { Evaluation } from '../evaluation.ts';
import { findOpenFacts } from '../open-facts/find-open-facts.ts';
import { combine } from './combine.ts';
import type { CompiledRule, CompiledRuleSet } from './compiled-rule-set.ts';
import { type EvaluationContext, rulesInForce } from './in-force.ts';
import { traceRule } from './trace-rule.ts';

/**
 * Evaluates one child's facts (rules.md, semantics 2 to 4 and 7). The definite outcome is the join of the rules that
 * are true, the possible outcome that of the rules that are not false. The same facts, rules and context give the
 * same evaluation for ever; facts that the catalogue does not know are passed over.
 */
export function evaluate(compiled: CompiledRuleSet, facts: Facts, context: EvaluationContext): Evaluation {
  const inForce = rulesInForce(compiled, context);
  const table = readFacts(compiled.facts, facts);
  const marks = new Uint8Array(table.length);
  const holding: CompiledRule[] = [];
  const notFalse: CompiledRule[] = [];
  const trace = inForce.map((rule) => {
    const result = rule.condition.truth(table);
    if (result === TRUE) holding.push(rule);
    if (result !== FALSE) notFalse.push(rule);
    return traceRule(rule, result, table, marks);
  });

  const definite = combine(holding);
  const possible = holding.length === notFalse.length ? definite : combine(notFalse);
  const needsInformation = definite.level !== possible.level || definite.urgency !== possible.urgency;
  const openFacts = needsInformation ? findOpenFacts(compiled.facts, inForce, table) : [];
  const ids = openFacts.flatMap((index) => compiled.facts[index]?.entry.id ?? []);
  return { definite, possible, needsInformation, openFacts: ids, trace };
}
