import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { known, LEVELS } from '#domain';
import type { Condition } from '../condition.ts';
import { compileChecked } from '../evaluate/compile-checked.ts';
import type { CatalogueEntry } from '../rule-set.ts';
import { arbitraryFacts, arbitraryRuleSet } from '../testing/arbitrary-rule-set.ts';
import { anEntry, aRule, aRuleSet, BOOLEAN, facts, holds, SEVERITY, YEARS } from '../testing/builders.ts';
import { arbitraryCases, type BulkCase, bulkRows, rowsOneByOne, withScopes } from '../testing/bulk-cases.ts';

const anyRuleSet = arbitraryRuleSet({ withKnown: true });

function onOneDay(given: readonly BulkCase['facts'][]): BulkCase[] {
  return given.map((one) => ({ facts: one, onDate: '2026-06-01', area: null }));
}

/** Facts that count from 0 in the bits `a` to `e`, unknown where the second number has its bit. */
function counting(number: number, unknowns: number): BulkCase['facts'] {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  return facts(
    Object.fromEntries(
      ids.map((id, bit) => [id, ((unknowns >> bit) & 1) === 1 ? 'unknown' : ((number >> bit) & 1) === 1] as const),
    ),
  );
}

describe('bulk evaluation', () => {
  it('gives what evaluation one by one gives, whatever the rules, facts, days and areas', () => {
    const drawn = anyRuleSet.chain((ruleSet) => fc.tuple(withScopes(ruleSet), arbitraryCases(arbitraryFacts(), 70)));
    fc.assert(
      fc.property(drawn, ([ruleSet, cases]) => {
        const compiled = compileChecked(ruleSet);

        expect(bulkRows(compiled, cases)).toEqual(rowsOneByOne(compiled, cases));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same where the records were made with another catalogue', () => {
    const drawn = fc.tuple(anyRuleSet, anyRuleSet, fc.integer({ min: 0, max: 63 }), fc.boolean());
    const types = [
      BOOLEAN,
      SEVERITY,
      YEARS,
      { kind: 'integer', min: 1, max: 2 },
      { kind: 'integer', min: 0, max: 2 },
    ] as const;
    const entry = (one: CatalogueEntry, place: number, seed: number): CatalogueEntry => {
      const type = types[(place + seed) % types.length] ?? BOOLEAN;
      return seed % 3 === 0 ? one : { ...one, type, missing: 'unknown' };
    };
    fc.assert(
      fc.property(drawn, arbitraryCases(arbitraryFacts(), 40), ([now, before, seed, lacks], cases) => {
        const stored = before.catalogue.map((one, place) => entry(one, place, seed)).slice(lacks ? 2 : 0);
        const compiled = compileChecked(now);

        expect(bulkRows(compiled, cases, stored)).toEqual(rowsOneByOne(compiled, cases, stored));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a value added at the end', ['none', 'some', 'severe', 'worst']],
    ['a value taken away at the end', ['none', 'some']],
    ['values in another order', ['severe', 'none', 'some']],
    ['only other values', ['low', 'high']],
  ])('reads an enum of a record with %s by its values', (_what, values) => {
    const stored = [anEntry('severity', { kind: 'enum', values })];
    const rules = ['none', 'some', 'severe'].map((is, place) =>
      aRule(
        is,
        { fact: 'severity', is },
        { then: { minUrgency: (['green', 'amber', 'red'] as const)[place] ?? 'blue' } },
      ),
    );
    const compiled = compileChecked(aRuleSet(rules));
    const cases = onOneDay([...values, 'unknown'].map((severity) => facts({ severity })));

    expect(bulkRows(compiled, cases, stored)).toEqual(rowsOneByOne(compiled, cases, stored));
  });

  it.each([1, 2, 3, 4, 5])('counts to at least %d of five in every mixture of true, false and unknown', (atLeast) => {
    const of = ['a', 'b', 'c', 'd', 'e'].map(holds);
    const when: Condition = {
      any: [{ atLeast, of }, { not: { atLeast, of: [...of, holds('a'), { not: holds('b') }] } }],
    };
    const compiled = compileChecked(
      aRuleSet([aRule('counts', { atLeast, of }), aRule('both', when, { then: { minUrgency: 'red' } })]),
    );
    const cases = onOneDay(Array.from({ length: 1024 }, (_, mixture) => counting(mixture & 31, mixture >> 5)));

    expect(bulkRows(compiled, cases)).toEqual(rowsOneByOne(compiled, cases));
  });

  it('counts beyond what fits into registers', () => {
    const ids = Array.from({ length: 40 }, (_, place) => `f${place}`);
    const entries = ids.map((id) => anEntry(id, BOOLEAN, { missing: { absent: false } }));
    const rules = [3, 9, 17, 33].map((atLeast, place) =>
      aRule(
        `R${atLeast}`,
        { atLeast, of: ids.map(holds) },
        {
          then: {
            minLevel:
              (['early_help', 'targeted_early_help', 'statutory_need', 'statutory_protection'] as const)[place] ??
              'universal',
          },
        },
      ),
    );
    const compiled = compileChecked(aRuleSet(rules, entries));
    const cases = onOneDay(
      ids.map((_, count) => Object.fromEntries(ids.slice(0, count).map((id) => [id, known(true)]))),
    );

    expect(bulkRows(compiled, cases)).toEqual(rowsOneByOne(compiled, cases));
  });

  it('keeps apart what holds and what may hold in long lists', () => {
    const ids = Array.from({ length: 12 }, (_, place) => `f${place}`);
    const some = ids.slice(0, 9).map(holds);
    const rules = [
      aRule('any', { any: some }),
      aRule('none', { not: { any: some } }, { then: { minUrgency: 'green' } }),
      aRule('all', { all: some.slice(0, 7) }, { then: { minLevel: 'statutory_need' } }),
      aRule('not all', { not: { all: ids.map(holds) } }, { then: { minUrgency: 'amber' } }),
    ];
    const entries = ids.map((id) => anEntry(id));
    const compiled = compileChecked(aRuleSet(rules, entries));
    const value = fc.constantFrom(true, true, false, 'unknown' as const);
    const oneCase = fc.oneof(
      fc.tuple(...ids.map(() => value)),
      fc.tuple(...ids.map(() => fc.constantFrom(false, 'unknown' as const))),
    );
    const given = fc.sample(oneCase, { numRuns: 400, seed: 7 });
    const cases = onOneDay(
      given.map((values) => facts(Object.fromEntries(ids.map((id, at) => [id, values[at] ?? false])))),
    );

    expect(bulkRows(compiled, cases)).toEqual(rowsOneByOne(compiled, cases));
  });

  it.each([
    [1, 2],
    [-2, 1],
    [0, 9],
    [3, 3],
    [40, 41],
  ])('reads a number that was recorded from %d to %d by its value', (min, max) => {
    const levels = [0, 1, 2, 3].map((is) =>
      aRule(`R${is}`, { fact: 'n', is }, { then: { minLevel: LEVELS[is + 1] ?? 'universal' } }),
    );
    const compiled = compileChecked(aRuleSet(levels, [anEntry('n', { kind: 'integer', min: 0, max: 3 })]));
    const cases = onOneDay(Array.from({ length: max - min + 1 }, (_, step) => facts({ n: min + step })));
    const stored = [anEntry('n', { kind: 'integer', min, max })];

    expect(bulkRows(compiled, cases, stored)).toEqual(rowsOneByOne(compiled, cases, stored));
  });

  it('goes on from block to block', () => {
    const compiled = compileChecked(
      aRuleSet([
        aRule('A', { all: [holds('a'), { not: holds('b') }, { fact: 'age', between: [3, 11] }] }),
        aRule('B', { any: [holds('b'), holds('c')] }, { areas: ['north'], then: { minUrgency: 'red', redLine: true } }),
      ]),
    );
    const cases = Array.from({ length: 6_181 }, (_, place): BulkCase => {
      const area = place % 3 === 0 ? 'north' : null;
      return {
        facts: { ...counting(place % 7, place % 11), ...facts({ age: place % 18 }) },
        onDate: '2026-06-01',
        area,
      };
    });

    expect(bulkRows(compiled, cases)).toEqual(rowsOneByOne(compiled, cases));
  });

  it('gives nothing for no cases, and the lowest outcome where no rule is in force', () => {
    const compiled = compileChecked(aRuleSet([aRule('A', holds('a'), { effectiveFrom: '2027-01-01' })]));

    expect(bulkRows(compiled, [])).toEqual([]);
    expect(bulkRows(compiled, onOneDay([facts({ a: true }), {}]))).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
  });
});
