import { closed, flag, identifier, type JsonSchema, oneOf, reference, set, text, wholeNumber } from './json-schema.ts';

const kind = (name: string): JsonSchema => ({ type: 'string', const: name });

/** Boolean, whole numbers from `min` to `max`, or one of a list of values. */
export const factTypeSchema: JsonSchema = {
  description: 'What values the fact can have',
  anyOf: [
    closed('True or false', { kind: kind('boolean') }),
    closed('A whole number', {
      kind: kind('integer'),
      min: wholeNumber('The least value'),
      max: wholeNumber('The greatest value'),
    }),
    closed('One of a list', {
      kind: kind('enum'),
      values: set(
        { type: 'string', pattern: '\\S', not: { const: 'unknown' } },
        'The values; for a harm from the least of it to the most',
        1,
      ),
    }),
  ],
};

/** One fact that rules may ask about. */
export const catalogueEntrySchema: JsonSchema = closed(
  'A fact that rules may ask about',
  {
    id: identifier('Id of the fact, for example child.ageDays'),
    label: text('What the fact is, in plain English'),
    labelCy: text('The label in Welsh'),
    type: reference('factType'),
    missing: {
      description: 'What no report means: a gap that matters, or the value it stands for',
      anyOf: [
        { type: 'string', const: 'unknown' },
        closed('No report stands for this value', { absent: reference('factValue') }),
      ],
    },
    suppliedBy: set(oneOf(['referrer', 'screener', 'system'], 'Who may say it'), 'Who may supply the fact', 1),
    sensitivity: oneOf(['ordinary', 'personal', 'special_category'], 'How sensitive the fact is'),
    source: text('Where the fact comes from'),
    harm: flag('More of it means more harm: no rule may rest on its absence'),
    aboutOthers: flag('About somebody other than the child: a referrer is told no rule that rests on it'),
    question: text('The question that would settle it, in plain English'),
    questionCy: text('The question in Welsh'),
  },
  ['labelCy', 'harm', 'aboutOthers', 'question', 'questionCy'],
);
