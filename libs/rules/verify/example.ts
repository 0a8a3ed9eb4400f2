import { type Facts, levelRank, urgencyRank } from '#domain';
import type { CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { type EvaluationContext, rulesInForce } from '../evaluate/in-force.ts';
import type { CombinedOutcome } from '#domain';
import { type Height, heightsOf, isSame, tableOf } from '../solver/heights.ts';
import { minimise } from '../solver/minimise.ts';
import type { Investigation } from './investigation.ts';
import type { Example } from './verification.ts';
import type { Scope } from '../solver/scopes.ts';

/** A case that the solver found does not do what it was found for: a fault of this program, never of a rule set. */
export class ExampleFails extends Error {
  override readonly name = 'ExampleFails';
}

function heightOf({ level, urgency }: CombinedOutcome): Height {
  return { level: levelRank(level), urgency: urgencyRank(urgency) };
}

/**
 * The case as evaluation itself answers it.
 *
 * @throws ExampleFails when evaluation differs from what the search worked with
 */
export function evaluatedExample(compiled: CompiledRuleSet, facts: Facts, context: EvaluationContext): Example {
  const { definite, possible } = evaluate(compiled, facts, context);
  const expected = heightsOf(rulesInForce(compiled, context), tableOf(compiled, facts));
  if (!isSame(heightOf(definite), expected.definite) || !isSame(heightOf(possible), expected.possible)) {
    throw new ExampleFails('Evaluation gives an outcome other than the search did.');
  }
  return {
    facts,
    ...context,
    definite: { level: definite.level, urgency: definite.urgency },
    possible: { level: possible.level, urgency: possible.urgency },
  };
}

/**
 * The case last found, made as small as can be and evaluated.
 *
 * @param holds the property it was found for, put to facts by the means of evaluation
 * @throws ExampleFails when it does not have the property
 */
export function exampleFound(of: Investigation, scope: Scope, holds: (facts: Facts) => boolean): Example {
  const found = of.space.factsFound();
  if (!holds(found)) throw new ExampleFails('The case found does not have the property it was found for.');
  return evaluatedExample(of.compiled, minimise(found, of.space.facts, holds), scope.context);
}
