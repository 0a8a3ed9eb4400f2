import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RuleSet } from '#rules';
import { FULL_RULE_SET } from '../../rules/schema/testing/full-rule-set.ts';
import { arbitraryRuleSet } from '../../rules/testing/arbitrary-rule-set.ts';
import { readRuleSet } from './read-rule-set.ts';
import { writeRuleSet } from './write-rule-set.ts';

const FORMATS = ['json', 'yaml', 'csv'] as const;

const AWKWARD = [
  '=1+1',
  '+x',
  '-',
  '@a',
  "'",
  "''=",
  '"',
  '""',
  ',',
  ';',
  '\r',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '\\',
  '#',
  ': ',
];
const MORE = [
  'ŵ',
  'ŷ',
  '👶🏽',
  '\u2028',
  '\u0085',
  '\uFEFF',
  '\u0000',
  'none',
  'true',
  'null',
  '~',
  '1.0',
  '---',
  '%',
  '&a',
  '*a',
];
/** Text of pieces that one of the formats could take for something else; never blank. */
const text = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD, ...MORE), fc.string({ maxLength: 6, unit: 'grapheme' })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''))
  .map((joined) => (joined.trim() === '' ? `${joined}x` : joined));

const twelve = [text, text, text, text, text, text, text, text, text, text, text, text] as const;

/** A sound rule set whose every text is hard to carry. */
const withHardTexts: fc.Arbitrary<RuleSet> = fc
  .record({ base: arbitraryRuleSet({ withKnown: true }), texts: fc.tuple(...twelve) })
  .map(({ base, texts: [a, b, c, d, e, f, g, h, i, j, k, l] }) => {
    const value = a === 'unknown' ? 'x' : a;
    return {
      ...base,
      title: b,
      version: c,
      catalogue: [
        ...base.catalogue.map((entry) => ({ ...entry, label: d, labelCy: e, question: f, source: g })),
        {
          id: 'x.y',
          label: h,
          type: { kind: 'enum' as const, values: [...new Set([value, 'true', '0'])] },
          missing: { absent: value },
          suppliedBy: ['system' as const],
          sensitivity: 'ordinary' as const,
          source: i,
        },
      ],
      rules: [
        ...base.rules.map((rule) => ({
          ...rule,
          title: j,
          because: k,
          becauseCy: l,
          owner: a,
          areas: [...new Set([b, c])],
        })),
        {
          ...base.rules[0],
          id: 'hard',
          version: 3,
          title: d,
          because: e,
          owner: f,
          legalBasis: { england: g, scotland: h },
          source: i,
          effectiveFrom: '2026-01-01',
          areas: ['*'],
          when: { any: [{ fact: 'x.y', is: value }, { not: { fact: 'x.y', in: [value, '0'] } }] },
          then: { actions: [...new Set([j, k, l])], routes: [] },
          tests: [{ title: a, facts: { 'x.y': value }, expect: 'true' as const }],
        },
      ],
      tests: [],
    };
  });

describe.each(FORMATS)('a rule set written as %s and read back', (format) => {
  const roundTrip = async (ruleSet: RuleSet) => readRuleSet(await writeRuleSet(ruleSet, format), format);

  it('is the same with every optional field, operator and awkward text', async () => {
    expect(await roundTrip(FULL_RULE_SET)).toEqual({ ruleSet: FULL_RULE_SET, faults: [] });
  });

  it('is the same, whatever the rules', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRuleSet({ withKnown: true }), async (ruleSet) => {
        expect(await roundTrip(ruleSet)).toEqual({ ruleSet, faults: [] });
      }),
      { numRuns: 20 },
    );
  });

  it('is the same, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(withHardTexts, async (ruleSet) => {
        expect(await roundTrip(ruleSet)).toEqual({ ruleSet, faults: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same bytes whatever the order of its keys', async () => {
    const backwards = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(backwards);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, backwards(part)]),
      );
    };

    expect(await writeRuleSet(backwards(FULL_RULE_SET) as RuleSet, format)).toBe(
      await writeRuleSet(FULL_RULE_SET, format),
    );
  });

  it('is the same with a byte order mark and other line ends between its lines', async () => {
    const plain = {
      ...FULL_RULE_SET,
      rules: FULL_RULE_SET.rules.slice(1).map((rule) => ({ ...rule, title: 'x' })),
      tests: [],
    };
    const written = await writeRuleSet(plain, format);
    const other = `\uFEFF${written
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .replaceAll('\n', '\r\n')}`;

    expect(readRuleSet(other, format)).toEqual({ ruleSet: plain, faults: [] });
  });
});
