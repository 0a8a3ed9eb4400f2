import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FactType } from '../../rule-set.ts';
import { compileFact, readFact } from '../../conditions/fact-table.ts';
import { arbitraryFacts, arbitraryRuleSet } from '../../testing/arbitrary-rule-set.ts';
import { anEntry, BOOLEAN, facts, SEVERITY, YEARS } from '../../testing/builders.ts';
import { factLayout } from './fact-layout.ts';
import { layoutDescription, layoutFromDescription } from './layout-description.ts';
import { decodeFacts, encodeFacts } from './records.ts';

const WIDEST: FactType = { kind: 'integer', min: -3, max: Number.MAX_SAFE_INTEGER - 4 };

describe('a record of facts', () => {
  it('is read by a rule as the facts it was made from, missing, unknown and unusable ones included', () => {
    fc.assert(
      fc.property(arbitraryRuleSet({ withKnown: true }), arbitraryFacts(), ({ catalogue }, given) => {
        const layout = factLayout(catalogue);
        const decoded = decodeFacts(layout, encodeFacts(layout, given));

        for (const entry of catalogue) {
          const before = readFact(compileFact(entry), given);
          expect(decoded[entry.id]).toEqual(before.known ? before : { known: false, reason: 'not_known' });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('holds the ends of the widest range there may be, and a type with a single value in no bits at all', () => {
    const layout = factLayout([anEntry('wide', WIDEST), anEntry('only', { kind: 'enum', values: ['one'] })]);

    for (const wide of [-3, 0, 2 ** 31, Number.MAX_SAFE_INTEGER - 4]) {
      const given = facts({ wide, only: 'one' });
      expect(decodeFacts(layout, encodeFacts(layout, given))).toEqual(given);
    }
    expect(layout.bytes).toBe(8);
  });

  it('makes a fact unknown where a damaged record has a code that no value has', () => {
    const layout = factLayout([anEntry('severity', SEVERITY)]);

    expect(decodeFacts(layout, Uint8Array.of(2, 0, 0, 0))).toEqual(facts({ severity: 'severe' }));
    expect(decodeFacts(layout, Uint8Array.of(3, 0, 0, 0))).toEqual(facts({ severity: 'unknown' }));
  });

  it('is not read with another length than its layout has', () => {
    expect(() => decodeFacts(factLayout([anEntry('a')]), new Uint8Array(5))).toThrow(RangeError);
  });
});

describe('a layout', () => {
  it('depends on ids, types and missing-meanings only, not on their order or on words', () => {
    const one = [anEntry('b', YEARS), anEntry('a', BOOLEAN, { missing: { absent: false } })];
    const same = [
      anEntry('a', BOOLEAN, { missing: { absent: false }, label: 'Other' }),
      anEntry('b', YEARS, { harm: true }),
    ];
    const another = [anEntry('a'), anEntry('b', YEARS)];

    expect(JSON.stringify(layoutDescription(factLayout(same)))).toBe(
      JSON.stringify(layoutDescription(factLayout(one))),
    );
    expect(layoutDescription(factLayout(another))).not.toEqual(layoutDescription(factLayout(one)));
  });

  it('comes back whole from its stored description', () => {
    const layout = factLayout([anEntry('b', YEARS), anEntry('a', SEVERITY, { missing: { absent: 'none' } })]);
    const stored: unknown = JSON.parse(JSON.stringify(layoutDescription(layout)));

    expect(layoutFromDescription(stored)).toEqual(layout);
  });

  it.each([
    [null, /format 1/],
    [{ format: 2, facts: [] }, /format 1/],
    [{ format: 1 }, /list its facts/],
    [{ format: 1, facts: [{ id: 'a', type: { kind: 'boolean' } }] }, /Fact 0 .* keys/],
    [{ format: 1, facts: [{ id: 'a', type: { kind: 'colour' }, missing: 'unknown' }] }, /Fact 0 .* kind/],
    [{ format: 1, facts: [{ id: 'a', type: YEARS, missing: { absent: 99 } }] }, /whole number from 0 to 17/],
    [{ format: 1, facts: Array(2).fill({ id: 'a', type: BOOLEAN, missing: 'unknown' }) }, /used twice/],
  ])('does not come back from an unsound description (%j)', (description, sentence) => {
    expect(() => layoutFromDescription(description)).toThrow(RangeError);
    expect(() => layoutFromDescription(description)).toThrow(sentence);
  });

  it('refuses a fact named twice and a range too wide', () => {
    expect(() => factLayout([anEntry('a'), anEntry('a', YEARS)])).toThrow(RangeError);
    expect(() => factLayout([anEntry('a', { ...WIDEST, max: Number.MAX_SAFE_INTEGER })])).toThrow(RangeError);
  });
});
