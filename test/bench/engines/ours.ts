import { type Facts, known, levelRank, unknown, urgencyRank } from '#domain';
import { type CompiledRuleSet, compileRuleSet, evaluate } from '#rules';
import { CONTEXT } from '../support/context.ts';
import { nameOf, type PlainCase } from '../support/plain-case.ts';
import type { Decision, EngineMaker } from './engine.ts';

const NOT_KNOWN = unknown('not_known');

export function decideFacts(compiled: CompiledRuleSet, facts: Facts): Decision {
  const { definite, needsInformation } = evaluate(compiled, facts, CONTEXT);
  return {
    level: levelRank(definite.level),
    urgency: urgencyRank(definite.urgency),
    redLine: definite.redLine,
    isFlagged: needsInformation,
  };
}

/**
 * Ours, asked like the others: a value that is left out is not known. Where the catalogue reads silence as "absent",
 * that is said as the answer "not known", for which the others have no value.
 */
export const ours: EngineMaker = (ruleSet) => {
  const compiled = compileRuleSet(ruleSet);
  const facts = (given: PlainCase): Facts =>
    Object.fromEntries(
      ruleSet.catalogue.flatMap((entry) => {
        const value = given[nameOf(entry.id)];
        if (value !== undefined) return [[entry.id, known(value)] as const];
        return entry.missing === 'unknown' ? [] : [[entry.id, NOT_KNOWN] as const];
      }),
    );
  return { name: 'ours', decide: (given) => decideFacts(compiled, facts(given)) };
};
