import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FULL_RULE_SET } from '../../rules/schema/testing/full-rule-set.ts';
import { readRuleSet } from './read-rule-set.ts';
import { writeRuleSet } from './write-rule-set.ts';

const FORMATS = ['json', 'yaml', 'csv'] as const;
const SMALL = {
  ...FULL_RULE_SET,
  catalogue: FULL_RULE_SET.catalogue.filter(({ id }) => ['age', 'toString'].includes(id)),
  rules: FULL_RULE_SET.rules.slice(1),
  tests: [],
  words: [],
};
const PIECES = [
  ...'{ } [ ] : , " \' \\ ; ( ) & * ! | > - ? # % @ ` = 0'.split(' '),
  ...['\n', '\r', '\t', ' '],
  '\u0000',
  '\uFEFF',
  '\uD800',
  '"""',
  '- - -',
  '__proto__',
  '<<',
  '...',
];

/** A written file with pieces cut out, doubled and put in. */
function mutants(text: string): fc.Arbitrary<string> {
  const place = fc.integer({ min: 0, max: text.length });
  const cut = fc.record({ place, length: fc.integer({ min: 0, max: 12 }), piece: fc.constantFrom('', ...PIECES) });
  return fc
    .array(cut, { minLength: 1, maxLength: 3 })
    .map((cuts) =>
      cuts.reduce((at, one) => at.slice(0, one.place) + one.piece + at.slice(one.place + one.length), text),
    );
}

describe.each(FORMATS)('reading %s', (format) => {
  it('never throws, and gives either a whole rule set or faults in plain sentences', async () => {
    const text = await writeRuleSet(SMALL, format);
    expect(readRuleSet(text, format)).toEqual({ ruleSet: SMALL, faults: [] });
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof({ arbitrary: mutants(text), weight: 9 }, fc.string({ unit: 'binary' })), (mutant) => {
        const { ruleSet, faults } = readRuleSet(mutant, format);
        expect(ruleSet === null).toBe(faults.length > 0);
        if (ruleSet === null) refused += 1;
        for (const { line, column, message } of faults) {
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
          expect(message).toMatch(/^["A-Z].*[.…]$/su);
        }
      }),
      { numRuns: 700 },
    );
    expect(refused).toBeGreaterThan(300);
  });
});

describe('reading JSON', () => {
  it('takes what JSON.parse takes and refuses what it refuses', () => {
    const json = fc.oneof(fc.json({ maxDepth: 4 }), mutants('{"a":[1,-0.5e3,"\\u00e9\\n",null],"b":{"c":true}}'));
    fc.assert(
      fc.property(json, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        // Text that is JSON is refused only for what it says, never at the root for its form.
        const { faults } = readRuleSet(text, 'json');
        const aboutForm = faults.some(({ message }) => /should stand|should end|no closing quote|escape/.test(message));
        expect(aboutForm).toBe(!isJson);
      }),
      { numRuns: 500 },
    );
  });
});
