import { closed, identifier, type JsonSchema, reference } from './json-schema.ts';

const FACT = identifier('Id of a fact in the catalogue');
const PARTS: JsonSchema = { type: 'array', items: reference('condition'), minItems: 1 };

/** A value that a fact can have; which ones, its entry in the catalogue says. */
export const factValueSchema: JsonSchema = {
  type: ['boolean', 'number', 'string'],
  description: 'True or false, a whole number, or one of the listed values, as the catalogue says for the fact',
};

/** A condition: recursive, decidable, no code (rules.md, semantics 2). */
export const conditionSchema: JsonSchema = {
  description:
    'When a rule holds. Conditions are true, false or unknown. At most 10 deep and 500 in one rule; none may rest on the absence of a fact that counts as harm.',
  anyOf: [
    closed('Every one of these holds', { all: PARTS }),
    closed('At least one of these holds', { any: PARTS }),
    closed('This does not hold', { not: reference('condition') }),
    closed('At least so many of these hold', { atLeast: { type: 'integer', minimum: 1 }, of: PARTS }),
    closed('Whether the fact is known at all', { known: FACT }),
    closed('The fact has this value', { fact: FACT, is: reference('factValue') }),
    closed('The fact has one of these values', {
      fact: FACT,
      in: { type: 'array', items: reference('factValue'), minItems: 1, uniqueItems: true },
    }),
    closed('The fact is a whole number in this range, both ends included', {
      fact: FACT,
      between: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
    }),
  ],
};
