import { evaluate } from 'feelin';
import type { Engine, EngineMaker } from './engine.ts';
import { type Dialect, infix } from './infix.ts';
import { additionOf, decidingRules, join } from './join.ts';

const FEEL: Dialect = {
  and: 'and',
  or: 'or',
  not: (inner) => `not(${inner})`,
  equals: (name, value) => `${name} = ${value}`,
  oneOf: (name, values) => `(${name} in (${values.join(', ')}))`,
  between: (name, low, high) => `(${name} in [${low}..${high}])`,
  count: (inner) => `(if ${inner} then 1 else 0)`,
  literal: (value) => JSON.stringify(value),
};

/** One list with a result per rule. The package takes text only, so every decision parses it again. */
function maker(name: string, readsWarnings: boolean): EngineMaker {
  return ({ rules }): Engine => {
    const deciding = decidingRules(rules);
    const expression = `[${deciding.map(({ when }) => infix(when, FEEL)).join(', ')}]`;
    const additions = deciding.map(additionOf);
    return {
      name,
      decide: (given) => {
        const { value, warnings } = evaluate(expression, given);
        if (!Array.isArray(value)) throw new TypeError('There is no list of results.');
        const results: readonly unknown[] = value;
        const isFlagged = readsWarnings && warnings.some(({ type }) => type === 'NO_VARIABLE_FOUND');
        return join(additions, (place) => results[place] === true, isFlagged);
      },
    };
  };
}

export const feelin = maker('feelin (FEEL)', false);

/** Its readme says to read the warnings to understand a null: a variable not found is taken as a flag. */
export const feelinWithWarnings = maker('feelin, its warnings read', true);
