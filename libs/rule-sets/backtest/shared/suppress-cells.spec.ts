import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PublishedCells } from './published-cells.ts';
import { suppressedCells } from './suppress-cells.ts';

const THRESHOLD = 5;
type Table = readonly (readonly number[])[];

interface Published {
  readonly cells: PublishedCells;
  readonly base: readonly (readonly number[])[];
}

/** Rows and columns with the totals of both and of all. */
function published(table: Table): Published {
  const cells = new PublishedCells();
  const total = (counts: readonly number[]): number => cells.add(counts.reduce((sum, count) => sum + count, 0));
  const base = table.map((row) => row.map((count) => cells.add(count)));
  const rows = table.map((row, place) => {
    const at = total(row);
    cells.addSum(at, base[place] ?? []);
    return at;
  });
  const columns = (table[0] ?? []).map((_count, place) => {
    const at = total(table.map((row) => row[place] ?? 0));
    cells.addSum(
      at,
      base.flatMap((row) => row[place] ?? []),
    );
    return at;
  });
  const all = total(table.flat());
  cells.addSum(all, rows);
  cells.addSum(all, columns);
  return { cells, base };
}

/** Every value each hidden cell can have for a reader who tries all tables; the search looks near the true ones. */
function possibleValues({ cells, base }: Published, hidden: ReadonlySet<number>): Map<number, Set<number>> {
  const found = new Map([...hidden].map((place) => [place, new Set<number>()]));
  const value = (place: number): number => cells.cells[place]?.value ?? 0;
  const isSmall = (place: number): boolean => value(place) > 0 && value(place) < THRESHOLD;
  const order = base.flat();
  const guess = new Map<number, number>();
  const fits = (): boolean => {
    for (const { total, parts } of cells.sums) {
      const known = parts.every((part) => guess.has(part));
      if (!known) continue;
      const sum = parts.reduce((all, part) => all + (guess.get(part) ?? 0), 0);
      if (!hidden.has(total) && sum !== value(total)) return false;
      if (isSmall(total) && (sum < 1 || sum >= THRESHOLD)) return false;
      guess.set(total, sum);
    }
    return true;
  };
  const isEnough = (): boolean => [...found.values()].every((values) => values.size > 1);
  const search = (at: number): void => {
    const place = order[at];
    if (isEnough()) return;
    if (place === undefined) {
      for (const [cell, values] of found) values.add(guess.get(cell) ?? -1);
      return;
    }
    for (const next of choices(place)) {
      const before = new Map(guess);
      guess.set(place, next);
      if (fits()) search(at + 1);
      guess.clear();
      for (const [cell, count] of before) guess.set(cell, count);
    }
  };
  const choices = (place: number): number[] => {
    if (!hidden.has(place)) return [value(place)];
    if (isSmall(place)) return [1, 2, 3, 4];
    return Array.from({ length: 7 }, (_count, by) => value(place) - 3 + by).filter((count) => count >= 0);
  };
  search(0);
  return found;
}

const count = fc.oneof({ arbitrary: fc.integer({ min: 0, max: 6 }), weight: 2 }, fc.integer({ min: 5, max: 40 }));
const tables = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

describe('withheld cells of a table', () => {
  it('hold every small count, and no sum has exactly one of them', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { cells } = published(table);
        const hidden = suppressedCells(cells, THRESHOLD);
        const shown = cells.cells.filter((_cell, place) => !hidden.has(place)).map(({ value }) => value);
        expect(shown.filter((value) => value > 0 && value < THRESHOLD)).toEqual([]);
        for (const { total, parts } of cells.sums) {
          expect([total, ...parts].filter((place) => hidden.has(place))).not.toHaveLength(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('cannot be worked out, even by trying every table that fits what is shown', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const made = published(table);
        const found = possibleValues(made, suppressedCells(made.cells, THRESHOLD));
        expect([...found.values()].filter((values) => values.size < 2)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are none where every count is large or nobody’s', () => {
    expect(
      suppressedCells(
        published([
          [9, 0],
          [0, 12],
        ]).cells,
        THRESHOLD,
      ).size,
    ).toBe(0);
  });

  it('take a second cell of the row and of the column with them', () => {
    const { cells, base } = published([
      [1, 20, 30],
      [40, 50, 60],
      [70, 80, 90],
    ]);
    const hidden = suppressedCells(cells, THRESHOLD);
    expect(hidden).toContain(base[0]?.[0]);
    expect(hidden.size).toBeGreaterThanOrEqual(4);
  });
});
