import { Environment } from '@marcbachmann/cel-js';
import type { FactType } from '#rules';
import { nameOf } from '../support/plain-case.ts';
import { CEL } from './cel-dialect.ts';
import type { EngineMaker } from './engine.ts';
import { type Dialect, infix } from './infix.ts';
import { additionOf, decidingRules, join } from './join.ts';

/** JavaScript's numbers are doubles to it. */
const DIALECT: Dialect = {
  ...CEL,
  literal: (value) => (typeof value === 'number' ? `${value}.0` : JSON.stringify(value)),
};

const TYPES: Readonly<Record<FactType['kind'], string>> = { boolean: 'bool', integer: 'double', enum: 'string' };

/** Declared variables and each rule parsed once, as its readme recommends. */
export const celMarcbachmann: EngineMaker = ({ catalogue, rules }) => {
  const environment = new Environment();
  for (const { id, type } of catalogue) environment.registerVariable(nameOf(id), TYPES[type.kind]);
  const deciding = decidingRules(rules);
  const programs = deciding.map(({ when }) => environment.parse(infix(when, DIALECT)));
  const additions = deciding.map(additionOf);
  return {
    name: 'CEL, @marcbachmann/cel-js',
    decide: (given) => join(additions, (place) => programs[place]?.(given) === true),
  };
};
