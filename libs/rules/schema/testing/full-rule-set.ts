import type { RuleSet } from '../../rule-set.ts';
import { aRule, aRuleSet, anEntry, BOOLEAN, CATALOGUE } from '../../testing/builders.ts';

const AWKWARD = 'A "quoted", comma;\nsecond line with tŷ, ŵyr, 👶🏽 and a \\ backslash';

/** A sound rule set that uses every optional field, every operator, and texts that a careless writer would spoil. */
export const FULL_RULE_SET: RuleSet = {
  ...aRuleSet(
    [
      aRule(
        'FULL-01',
        {
          all: [
            { fact: 'a', is: true },
            { any: [{ fact: 'age', between: [0, 4] }, { fact: 'age', in: [9, 11] }, { known: 'b' }] },
            {
              atLeast: 2,
              of: [{ fact: 'injured', is: true }, { not: { fact: 'c', is: false } }, { fact: 'd', is: true }],
            },
            { fact: 'severity', in: ['some', 'severe'] },
            { not: { fact: 'speech', in: ['- none', 'says "mam", \n or dad', '42'] } },
          ],
        },
        {
          title: '=HYPERLINK("https://example.org","open")',
          titleCy: "'Tŷ' â phlant ifanc",
          because: AWKWARD,
          becauseCy: '+ achos; "dyfynnwyd"',
          owner: '@manager',
          legalBasis: {
            england: 'Children Act 1989 s47',
            wales: 'Deddf 2014 a.21',
            scotland: '-',
            northern_ireland: 'x',
          },
          source: '\tTabbed  ',
          effectiveTo: '2031-12-31',
          areas: ['Oswestry', 'North; "upper" Shrewsbury', 'none'],
          then: {
            minLevel: 'statutory_protection',
            minUrgency: 'red',
            redLine: true,
            routes: ['mash'],
            actions: ['strategy_discussion', 'call-999'],
            services: [],
            questions: ['q1'],
          },
          tests: [
            {
              title: '" ) expect',
              facts: { a: true, age: 11, injured: true, d: true, severity: 'some', speech: 'true' },
              expect: 'true',
            },
            { title: AWKWARD, facts: { a: false, age: 'unknown' }, expect: 'false' },
            { title: 'nothing known', facts: {}, expect: 'unknown' },
          ],
        },
      ),
      aRule(
        'FULL-02',
        { fact: 'toString', is: true },
        {
          areas: ['*'],
          then: { minUrgency: 'amber', redLine: false, routes: [] },
          tests: [{ title: '\rreturn', facts: { toString: true }, expect: 'true' }],
        },
      ),
    ],
    [
      ...CATALOGUE,
      anEntry(
        'speech',
        { kind: 'enum', values: ['- none', 'says "mam", \n or dad', '42', 'true', ' padded ', 'plain'] },
        {
          labelCy: 'Lleferydd',
          missing: { absent: 'plain' },
          suppliedBy: ['referrer', 'screener', 'system'],
          harm: false,
        },
      ),
      anEntry('toString', BOOLEAN, {
        aboutOthers: true,
        harm: true,
        missing: { absent: false },
        sensitivity: 'special_category',
        question: '-1 or more?',
        questionCy: "'Beth?'",
      }),
      anEntry('unborn', { kind: 'integer', min: -300, max: 9200 }, { missing: { absent: -5 }, aboutOthers: false }),
    ],
  ),
  title: '= full set, "quoted"',
  version: '1.10',
  tests: [
    {
      title: 'all together',
      facts: { toString: true, unborn: -300, age: 'unknown' },
      onDate: '2026-05-01',
      area: 'North; "upper" Shrewsbury',
      expect: { level: 'universal', urgency: 'amber', needsInformation: true },
    },
    { title: 'nothing', facts: {}, expect: { level: 'universal', urgency: 'blue' } },
  ],
  words: [
    { code: 'mash', kind: 'route', title: 'Safeguarding hub', titleCy: 'Canolfan ddiogelu' },
    { code: 'strategy_discussion', kind: 'action', title: '=1+1' },
    { code: 'call-999', kind: 'action', title: 'Call 999' },
    { code: 'q1', kind: 'question', title: 'Who, "exactly"?' },
  ],
};
