import { LEVELS, NATIONS, URGENCIES } from '#domain';
import {
  closed,
  day,
  flag,
  identifier,
  type JsonSchema,
  oneOf,
  reference,
  set,
  text,
  wholeNumber,
} from './json-schema.ts';
import { CODE_LISTS } from '../rule-set.ts';

const CODE = text('A code; the words of the set say what it means');

const needs = (key: string): JsonSchema => ({ required: [key] });
const needsSome = (key: string): JsonSchema => ({ required: [key], properties: { [key]: { minItems: 1 } } });
const exactly = (value: unknown): JsonSchema => ({ const: value });

/** What a rule adds when it holds; nothing here lowers, closes or ends a case (rules.md, semantics 3). */
export const outcomeSchema: JsonSchema = {
  ...closed(
    'What the rule adds when it holds: it can only raise',
    {
      minLevel: oneOf(LEVELS, 'At least this level of need'),
      minUrgency: oneOf(URGENCIES, 'At least this urgency'),
      redLine: flag('Never below statutory protection and red'),
      routes: set(CODE, 'Further routes to start'),
      actions: set(CODE, 'What a person is prompted to do'),
      services: set(CODE, 'Services to look for'),
      questions: set(CODE, 'Questions to ask'),
    },
    ['minLevel', 'minUrgency', 'redLine', ...CODE_LISTS],
  ),
  anyOf: [needs('minLevel'), needs('minUrgency'), ...CODE_LISTS.map(needsSome)],
  if: { properties: { redLine: exactly(true) }, required: ['redLine'] },
  then: {
    properties: { minLevel: exactly('statutory_protection'), minUrgency: exactly('red') },
    required: ['minLevel', 'minUrgency'],
  },
};

/** One rule; it does not load without any of what is required here (rules.md, semantics 6). */
export const ruleSchema: JsonSchema = closed(
  'One rule',
  {
    id: identifier('Id of the rule'),
    version: wholeNumber('Version of the rule', 1),
    title: text('What the rule is about'),
    titleCy: text('The title in Welsh'),
    because: text('Why the rule is there, in plain English'),
    becauseCy: text('Why, in Welsh'),
    owner: text('Who answers for the rule'),
    legalBasis: closed(
      "The law it rests on, per nation; the rule set's own nation must be among them",
      Object.fromEntries(NATIONS.map((nation) => [nation, text(`Legal basis in ${nation.replace('_', ' ')}`)])),
      NATIONS,
    ),
    source: text('Where the rule comes from'),
    effectiveFrom: day('First day in force'),
    effectiveTo: day('Last day in force'),
    areas: set(text('An area of the authority, or * for all'), 'Where the rule is in force', 1),
    when: reference('condition'),
    then: reference('outcome'),
    tests: {
      type: 'array',
      description: 'Examples; at least one makes the rule hold',
      items: reference('ruleTest'),
      contains: { type: 'object', properties: { expect: exactly('true') }, required: ['expect'] },
    },
  },
  ['titleCy', 'becauseCy', 'effectiveTo'],
);
