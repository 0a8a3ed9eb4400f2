import jsonLogic from 'json-logic-js';
import type { Condition } from '#rules';
import { factsOf } from '../support/condition-parts.ts';
import { nameOf } from '../support/plain-case.ts';
import type { EngineMaker } from './engine.ts';
import { additionOf, decidingRules, join } from './join.ts';

function logic(condition: Condition): unknown {
  if ('all' in condition) return { and: condition.all.map(logic) };
  if ('any' in condition) return { or: condition.any.map(logic) };
  if ('not' in condition) return { '!': [logic(condition.not)] };
  if ('of' in condition) {
    return { '>=': [{ '+': condition.of.map((part) => ({ if: [logic(part), 1, 0] })) }, condition.atLeast] };
  }
  if ('known' in condition) throw new RangeError('Engines without unknown facts cannot be asked what is known.');
  const value = { var: nameOf(condition.fact) };
  if ('is' in condition) return { '===': [value, condition.is] };
  if ('in' in condition) return { in: [value, condition.in] };
  const [low, high] = condition.between;
  return { '<=': [low, value, high] };
}

/** One expression for each rule. */
export const jsonLogicEngine: EngineMaker = ({ rules }) => {
  const deciding = decidingRules(rules);
  const expressions = deciding.map(({ when }) => logic(when));
  const additions = deciding.map(additionOf);
  return {
    name: 'json-logic-js',
    decide: (given) => join(additions, (place) => jsonLogic.apply(expressions[place], given) === true),
  };
};

/** Its documentation has `missing` for required data: here every rule first asks for all that it names. */
export const jsonLogicWithMissing: EngineMaker = ({ rules }) => {
  const deciding = decidingRules(rules);
  const expressions = deciding.map(({ when }) => ({
    if: [{ missing: factsOf(when).map(nameOf) }, 'missing', logic(when)],
  }));
  const additions = deciding.map(additionOf);
  return {
    name: 'json-logic-js, `missing` in every rule',
    decide: (given) => {
      const results = expressions.map((expression) => jsonLogic.apply(expression, given));
      return join(additions, (place) => results[place] === true, results.includes('missing'));
    },
  };
};
