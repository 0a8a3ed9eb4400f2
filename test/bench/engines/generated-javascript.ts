import { compileFunction } from 'node:vm';
import type { PlainCase } from '../support/plain-case.ts';
import type { Decision, EngineMaker } from './engine.ts';
import { type Dialect, infix } from './infix.ts';
import { additionOf, decidingRules } from './join.ts';

const JAVASCRIPT: Dialect = {
  and: '&&',
  or: '||',
  not: (inner) => `!(${inner})`,
  equals: (name, value) => `c.${name} === ${value}`,
  oneOf: (name, values) => `(${values.map((value) => `c.${name} === ${value}`).join(' || ')})`,
  between: (name, low, high) => `(c.${name} >= ${low} && c.${name} <= ${high})`,
  count: (inner) => `(${inner} ? 1 : 0)`,
  literal: (value) => JSON.stringify(value),
};

/**
 * The rule set as one JavaScript function without a trace and without a third value: about the least that a decision
 * can cost case by case. Only here, and only on our own rules: the product never runs text as code.
 */
export const generatedJavaScript: EngineMaker = ({ rules }) => {
  const lines = decidingRules(rules).map((rule) => {
    const { level, urgency, redLine } = additionOf(rule);
    const raise = [
      level > 0 ? `if (level < ${level}) level = ${level};` : '',
      urgency > 0 ? `if (urgency < ${urgency}) urgency = ${urgency};` : '',
      redLine ? 'redLine = true;' : '',
    ].join(' ');
    return `if (${infix(rule.when, JAVASCRIPT)}) { ${raise} }`;
  });
  const source = [
    'let level = 0, urgency = 0, redLine = false;',
    ...lines,
    'return { level, urgency, redLine, isFlagged: false };',
  ].join('\n');
  return {
    name: 'generated JavaScript, no trace',
    decide: compileFunction(source, ['c']) as (c: PlainCase) => Decision,
  };
};
