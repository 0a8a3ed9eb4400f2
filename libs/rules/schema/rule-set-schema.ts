import { NATIONS } from '#domain';
import { CODE_KINDS } from '../rule-set.ts';
import { catalogueEntrySchema, factTypeSchema } from './catalogue-schema.ts';
import { conditionSchema, factValueSchema } from './condition-schema.ts';
import { closed, identifier, type JsonSchema, list, oneOf, reference, text } from './json-schema.ts';
import { outcomeSchema, ruleSchema } from './rule-schema.ts';
import { ruleSetTestSchema, ruleTestSchema } from './test-schema.ts';

const RULE_SET_SCHEMA_ID = 'urn:front-door:schema:rule-set:1';

const codeWordsSchema = closed(
  'Words for a code',
  {
    code: identifier('The code'),
    kind: oneOf(CODE_KINDS, 'What kind of code it is'),
    title: text('What it says to the person who reads it'),
    titleCy: text('The same in Welsh'),
  },
  ['titleCy'],
);

/**
 * The published JSON Schema (draft 2020-12) of a rule set. It says the form; what the parts must be to each other only
 * `checkRuleSet` can say: that ids are used once, facts are in the catalogue and compared with values they can have,
 * ranges and dates are in order and in the calendar, `atLeast` is not above the number of its parts, the set's own
 * nation has a legal basis, no rule rests on the absence of harm or is too deep or too large, every code has words
 * where there are words, and every example comes out as it says. Whatever this schema refuses, `checkRuleSet` refuses.
 */
export const ruleSetSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: RULE_SET_SCHEMA_ID,
  title: 'Rule set',
  ...closed(
    'A versioned set of triage rules with the catalogue of facts they ask about',
    {
      schemaVersion: { type: 'string', const: '1', description: 'Version of this schema' },
      id: identifier('Id of the rule set'),
      version: text('Version of the rule set'),
      title: text('What the rule set is for'),
      nation: oneOf(NATIONS, 'The nation whose law it rests on'),
      catalogue: list(reference('catalogueEntry'), 'The facts that rules may ask about', 1),
      rules: list(reference('rule'), 'The rules; their order means nothing', 1),
      tests: list(reference('ruleSetTest'), 'Examples for all rules together'),
      words: list(reference('codeWords'), 'Words for the codes; when given, no code may be without'),
    },
    ['tests', 'words'],
  ),
  $defs: {
    catalogueEntry: catalogueEntrySchema,
    factType: factTypeSchema,
    factValue: factValueSchema,
    condition: conditionSchema,
    outcome: outcomeSchema,
    rule: ruleSchema,
    ruleTest: ruleTestSchema,
    ruleSetTest: ruleSetTestSchema,
    codeWords: codeWordsSchema,
  },
};
