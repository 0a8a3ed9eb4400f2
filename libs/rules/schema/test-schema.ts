import { LEVELS, URGENCIES } from '#domain';
import { closed, day, flag, type JsonSchema, oneOf, reference, text } from './json-schema.ts';

const FACTS: JsonSchema = {
  type: 'object',
  description: 'Facts given, by id; the text "unknown" for one that is not known; all others as missing',
  additionalProperties: reference('factValue'),
};

/** An example for one rule. */
export const ruleTestSchema: JsonSchema = closed('An example for the rule', {
  title: text('What the example shows'),
  facts: FACTS,
  expect: oneOf(['true', 'false', 'unknown'], 'Whether the rule holds'),
});

/** An example for the whole set. */
export const ruleSetTestSchema: JsonSchema = closed(
  'An example for all rules together',
  {
    title: text('What the example shows'),
    facts: FACTS,
    onDate: day('The day it is evaluated on; without one, the day on which the newest rule comes into force'),
    area: text('The area; without one, only rules for all areas are in force'),
    expect: closed(
      'What all rules together propose',
      {
        level: oneOf(LEVELS, 'The level of need'),
        urgency: oneOf(URGENCIES, 'The urgency'),
        needsInformation: flag('Whether an answer that is missing could change it'),
      },
      ['needsInformation'],
    ),
  },
  ['onDate', 'area'],
);
