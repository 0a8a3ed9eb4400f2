import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition } from '../../condition.ts';
import { compileChecked } from '../../evaluate/compile-checked.ts';
import { anEntry, aRule, aRuleSet, BOOLEAN, facts, holds } from '../../testing/builders.ts';
import { bulkContexts, bulkRows, type BulkCase, rowsOneByOne } from '../../testing/bulk-cases.ts';
import type { FactColumns } from '../columns/fact-columns.ts';
import { readColumns } from '../columns/read-columns.ts';
import { compileBulk } from '../compile-bulk.ts';
import { evaluateBulk } from '../evaluate-bulk.ts';
import { factLayout } from '../layout/fact-layout.ts';
import { encodeFacts } from '../layout/records.ts';

const IDS = Array.from({ length: 24 }, (_, place) => `f${place}`);
const ENTRIES = IDS.map((id) => anEntry(id, BOOLEAN));
const NO_SCOPES = new Map<number, number>();

function onOneDay(values: readonly (boolean | 'unknown')[]): BulkCase {
  const given = Object.fromEntries(IDS.map((id, place) => [id, values[place] ?? false]));
  return { facts: facts(given), onDate: '2026-06-01', area: null };
}

/** One fact in so many has the value; the others are false. */
function pattern(every: number, value: true | 'unknown' = true): BulkCase {
  return onOneDay(IDS.map((_, place) => (place % every === 0 ? value : false)));
}

const compiled = compileChecked(
  aRuleSet(
    [
      aRule('any', { any: IDS.slice(0, 9).map(holds) }),
      aRule('three', { atLeast: 3, of: IDS.slice(4, 20).map(holds) }, { then: { minUrgency: 'red', redLine: true } }),
    ],
    ENTRIES,
  ),
);

function columnsOf(cases: readonly BulkCase[]): FactColumns {
  const layout = factLayout(ENTRIES);
  const bytes = Uint8Array.from(cases.flatMap((one) => [...encodeFacts(layout, one.facts)]));
  return readColumns(layout, compiled, bytes, { offset: 0, stride: layout.bytes, count: cases.length });
}

describe('a linked circuit', () => {
  it('works out what may hold together with what does hold where nothing is unknown', () => {
    const { linker } = compileBulk(compiled);
    const known = linker.link(columnsOf([pattern(1)]), NO_SCOPES).steps.length;
    const some = linker.link(columnsOf([pattern(1), pattern(1, 'unknown')]), NO_SCOPES).steps.length;

    expect(known).toBeGreaterThan(0);
    expect(some).toBeGreaterThan(known);
  });

  it('is kept for columns with the same empty planes, and made anew for others', () => {
    const { linker } = compileBulk(compiled);
    const first = linker.link(columnsOf([pattern(2)]), NO_SCOPES);

    expect(linker.link(columnsOf([pattern(2), pattern(4)]), NO_SCOPES)).toBe(first);
    expect(linker.link(columnsOf([pattern(3)]), NO_SCOPES)).not.toBe(first);
  });

  it('gives the same for a block whatever was evaluated before it', () => {
    const bulk = compileBulk(compiled);
    for (const every of [1, 'unknown', 2, 7, 2, 'unknown'] as const) {
      const cases = every === 'unknown' ? [pattern(2, 'unknown'), pattern(5)] : [pattern(every), pattern(3)];
      const found = evaluateBulk(bulk, columnsOf(cases), bulkContexts(cases));

      expect(found).toEqual(evaluateBulk(compileBulk(compiled), columnsOf(cases), bulkContexts(cases)));
      expect([...found.definiteLevel]).toEqual(rowsOneByOne(compiled, cases).map(([level]) => level));
      expect(found.possibleLevel.buffer).not.toBe(found.definiteLevel.buffer);
    }
  });

  it('unites lists of any length, of facts and of their opposites', () => {
    const value = fc.constantFrom(false, false, false, false, false, true, 'unknown' as const);
    const drawn = fc.tuple(
      fc.array(fc.boolean(), { minLength: 2, maxLength: IDS.length }),
      fc.array(fc.array(value, { minLength: IDS.length, maxLength: IDS.length }), { minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      fc.property(drawn, ([signs, values]) => {
        const of = signs.map((isPlain, place): Condition => {
          const id = IDS[place] ?? 'f0';
          return isPlain ? holds(id) : { not: holds(id) };
        });
        // Turned round, so that few of the conditions hold and the union is not simply everything.
        const rules = [aRule('any', { any: of }), aRule('all', { all: of }, { then: { minUrgency: 'amber' } })];
        const set = compileChecked(aRuleSet(rules, ENTRIES));
        const asListed = values.map((one) => onOneDay(one.map((each, place) => flipped(each, signs[place] === false))));

        expect(bulkRows(set, asListed)).toEqual(rowsOneByOne(set, asListed));
      }),
      { numRuns: 100 },
    );
  });
});

function flipped(value: boolean | 'unknown', isFlipped: boolean): boolean | 'unknown' {
  return isFlipped && value !== 'unknown' ? !value : value;
}
