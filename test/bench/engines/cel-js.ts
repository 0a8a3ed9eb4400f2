import { evaluate, parse } from 'cel-js';
import { CEL } from './cel-dialect.ts';
import type { EngineMaker } from './engine.ts';
import { type Dialect, infix } from './infix.ts';
import { additionOf, decidingRules, join } from './join.ts';

const DIALECT: Dialect = { ...CEL, literal: (value) => JSON.stringify(value) };

function tree(expression: string) {
  const parsed = parse(expression);
  if (!parsed.isSuccess) throw new SyntaxError(parsed.errors.join('\n'));
  return parsed.cst;
}

/** Each rule parsed once. */
export const celJs: EngineMaker = ({ rules }) => {
  const deciding = decidingRules(rules);
  const trees = deciding.map(({ when }) => tree(infix(when, DIALECT)));
  const additions = deciding.map(additionOf);
  return {
    name: 'CEL, cel-js',
    decide: (given) =>
      join(additions, (place) => {
        const rule = trees[place];
        return rule !== undefined && evaluate(rule, given) === true;
      }),
  };
};
