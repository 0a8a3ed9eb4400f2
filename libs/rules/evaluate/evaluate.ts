import type { Facts } from '#domain';
import type { Evaluation } from '../evaluation.ts';
import { findOpenFacts } from '../open-facts/find-open-facts.ts';
import type { CompiledRuleSet } from './compiled-rule-set.ts';
import { judge } from './difference/judge.ts';
import { joinOutcomes } from './difference/outcome-codes.ts';
import { preparedFor } from './difference/prepared.ts';
import { readDifferences, tableOf } from './difference/read-differences.ts';
import type { EvaluationContext } from './in-force.ts';

/**
 * Evaluates one child's facts (rules.md, semantics 2 to 4 and 7). The definite outcome is the join of the rules that
 * are true, the possible outcome that of the rules that are not false. The same facts, rules and context give the
 * same evaluation for ever; facts that the catalogue does not know are passed over.
 *
 * Most facts of a case are as if nothing had been reported. Only the facts that differ from that are followed to the
 * rules that ask about them; all other rules keep what they came to without any report (`difference/`). The outcome is
 * as if every rule were judged and traced by itself.
 *
 * @throws RangeError for a day that is none.
 */
export function evaluate(compiled: CompiledRuleSet, facts: Facts, context: EvaluationContext): Evaluation {
  const { reading, network, outcomes, scopeOf } = preparedFor(compiled);
  const scope = scopeOf(context);
  const differences = readDifferences(reading, facts);
  const { trace, holding, notFalse } = judge(network, scope, differences);

  const definite = joinOutcomes(outcomes, holding);
  const possible = holding.length === notFalse.length ? definite : joinOutcomes(outcomes, notFalse);
  const needsInformation = definite.level !== possible.level || definite.urgency !== possible.urgency;
  const openFacts = needsInformation ? findOpenFacts(compiled.facts, scope.inForce, tableOf(reading, differences)) : [];
  const ids = openFacts.flatMap((index) => compiled.facts[index]?.entry.id ?? []);
  return { definite, possible, needsInformation, openFacts: ids, trace };
}
