import type { Facts } from '#domain';
import { readFacts } from '../conditions/fact-table.ts';
import { FALSE, TRUE } from '../conditions/kleene.ts';
import { combine } from '../evaluate/combine.ts';
import type { CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import { type EvaluationContext, rulesInForce } from '../evaluate/in-force.ts';
import { traceRule } from '../evaluate/trace-rule.ts';
import type { Evaluation } from '../evaluation.ts';
import { findOpenFacts } from '../open-facts/find-open-facts.ts';

/** Evaluation the plain way: every rule judged and traced by itself, with nothing kept from one case to the next. */
export function plainEvaluation(compiled: CompiledRuleSet, facts: Facts, context: EvaluationContext): Evaluation {
  const inForce = rulesInForce(compiled, context);
  const table = readFacts(compiled.facts, facts);
  const judged = inForce.map((rule) => ({ compiled: rule, rule: rule.rule, truth: rule.condition.truth(table) }));
  const trace = judged.map(({ compiled: rule, truth }) => traceRule(rule, truth, table, new Uint8Array(table.length)));
  const definite = combine(judged.filter(({ truth }) => truth === TRUE));
  const possible = combine(judged.filter(({ truth }) => truth !== FALSE));
  const needsInformation = definite.level !== possible.level || definite.urgency !== possible.urgency;
  const open = needsInformation ? findOpenFacts(compiled.facts, inForce, table) : [];
  const openFacts = open.flatMap((index) => compiled.facts[index]?.entry.id ?? []);
  return { definite, possible, needsInformation, openFacts, trace };
}
