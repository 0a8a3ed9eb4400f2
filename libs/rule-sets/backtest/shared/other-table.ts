import type { PublishedCells } from './published-cells.ts';

/** What a reader knows of a withheld cell without any sum. */
export type Bounds = (place: number) => { readonly least: number; readonly most: number };

/** By how much cells differ from the true ones, by their places. */
export type Difference = ReadonlyMap<number, number>;

/** Steps after which a search gives up: the cell then counts as unprotected, and more is withheld. */
const MOST_STEPS = 500;

interface Choice {
  readonly place: number;
  readonly by: number;
}

/**
 * Looks for a second table that fits everything shown and gives one withheld cell another value: changes the cell by one
 * and mends each sum that no longer holds by changing another of its withheld cells by one.
 */
export class OtherTables {
  /** Of each cell: the sums it is in, and how it counts there (a part 1, the total -1). */
  private readonly counts: Map<number, number>[];

  constructor(
    private readonly published: PublishedCells,
    private readonly hidden: ReadonlySet<number>,
    private readonly bounds: Bounds,
  ) {
    this.counts = published.cells.map(() => new Map<number, number>());
    published.sums.forEach(({ total, parts }, sum) => {
      this.counts[total]?.set(sum, -1);
      for (const part of parts) this.counts[part]?.set(sum, 1);
    });
  }

  /** Null where none was found, which does not prove that there is none. */
  find(place: number): Difference | null {
    for (const by of [1, -1]) {
      const search = { difference: new Map<number, number>(), gaps: new Map<number, number>(), steps: 0 };
      if (!this.isPossible(place, by)) continue;
      this.change(search, { place, by });
      if (this.mend(search)) return search.difference;
    }
    return null;
  }

  private mend(search: Search): boolean {
    if (search.gaps.size === 0) return true;
    search.steps += 1;
    if (search.steps > MOST_STEPS) return false;
    for (const choice of this.fewestChoices(search)) {
      this.change(search, choice);
      if (this.mend(search)) return true;
      this.change(search, { place: choice.place, by: -choice.by });
      search.difference.delete(choice.place);
    }
    return false;
  }

  /** The ways to mend the sum that has the fewest. */
  private fewestChoices({ gaps, difference }: Search): Choice[] {
    let fewest: Choice[] | null = null;
    for (const [sum, gap] of gaps) {
      const choices = this.choicesFor(sum, gap).filter(({ place }) => !difference.has(place));
      if (fewest === null || choices.length < fewest.length) fewest = choices;
    }
    return fewest ?? [];
  }

  private choicesFor(sum: number, gap: number): Choice[] {
    const { total, parts } = this.published.sums[sum] ?? { total: -1, parts: [] };
    return [total, ...parts].flatMap((place) => {
      const by = -Math.sign(gap) * (place === total ? -1 : 1);
      return this.isPossible(place, by) ? [{ place, by }] : [];
    });
  }

  private isPossible(place: number, by: number): boolean {
    if (!this.hidden.has(place)) return false;
    const value = (this.published.cells[place]?.value ?? 0) + by;
    const { least, most } = this.bounds(place);
    return value >= least && value <= most;
  }

  private change({ difference, gaps }: Search, { place, by }: Choice): void {
    difference.set(place, by);
    for (const [sum, counts] of this.counts[place] ?? []) {
      const gap = (gaps.get(sum) ?? 0) + counts * by;
      if (gap === 0) gaps.delete(sum);
      else gaps.set(sum, gap);
    }
  }
}

interface Search {
  readonly difference: Map<number, number>;
  /** Sums that do not hold at the moment, and by how much. */
  readonly gaps: Map<number, number>;
  steps: number;
}
