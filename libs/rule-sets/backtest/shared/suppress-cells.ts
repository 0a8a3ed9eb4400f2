import { OtherTables } from './other-table.ts';
import type { PublishedCells, Sum } from './published-cells.ts';

/**
 * The places of the cells to withhold, so that none of them can be worked out from the others (domain pack 6.3).
 *
 * Primary: every count from 1 to `threshold - 1`, and what is withheld already; a zero tells of nobody and stays.
 * Secondary: further cells, the smallest first, until no sum has exactly one withheld member, and until for each withheld
 * cell there is a second table that fits everything shown and gives it another value, even for a reader who knows the
 * threshold and which cells are primary.
 */
export function suppressedCells(published: PublishedCells, threshold: number): ReadonlySet<number> {
  const suppression = new Suppression(published, threshold);
  while (suppression.hideCompanions() || suppression.protectOne());
  return suppression.hidden;
}

class Suppression {
  readonly hidden: Set<number>;
  private readonly others: OtherTables;
  /** What can be another value stays so when more is withheld. */
  private readonly safe = new Set<number>();

  constructor(
    private readonly published: PublishedCells,
    threshold: number,
  ) {
    const isSmall = (place: number): boolean => {
      const { value } = published.cells[place] ?? { value: 0 };
      return value > 0 && value < threshold;
    };
    this.hidden = new Set([...published.cells.keys()].filter(isSmall));
    for (const place of published.withheld) this.hidden.add(place);
    this.others = new OtherTables(published, this.hidden, (place) =>
      isSmall(place) ? { least: 1, most: threshold - 1 } : { least: 0, most: Number.MAX_SAFE_INTEGER },
    );
  }

  /** A second cell for every sum that has one withheld. False when there is nothing to do. */
  hideCompanions(): boolean {
    const lonely = this.published.sums.filter(
      (sum) => membersOf(sum).filter((place) => this.hidden.has(place)).length === 1,
    );
    return lonely.filter((sum) => this.hideSmallest([sum])).length > 0;
  }

  /** Withholds more for the first cell that needs it. False when there is none. */
  protectOne(): boolean {
    for (const place of this.hidden) {
      if (this.safe.has(place)) continue;
      const difference = this.others.find(place);
      if (difference === null && this.hideNear(place)) return true;
      for (const found of difference?.keys() ?? []) this.safe.add(found);
    }
    return false;
  }

  private hideSmallest(some: readonly Sum[]): boolean {
    const shown = some.flatMap(membersOf).filter((place) => !this.hidden.has(place));
    const [smallest] = smallestFirst(shown, this.published.cells);
    if (smallest !== undefined) this.hidden.add(smallest);
    return smallest !== undefined;
  }

  /** Another cell of its sums; where they show none, all cells of the nearest sums that do. */
  private hideNear(place: number): boolean {
    let reached = new Set([place]);
    for (;;) {
      const near = this.published.sums.filter((sum) => membersOf(sum).some((member) => reached.has(member)));
      if (reached.size === 1 && this.hideSmallest(near)) return true;
      const further = new Set([...reached, ...near.flatMap(membersOf)]);
      const shown = [...further].filter((member) => !this.hidden.has(member));
      for (const member of shown) this.hidden.add(member);
      if (shown.length > 0) return true;
      if (further.size === reached.size) return false;
      reached = further;
    }
  }
}

function membersOf({ total, parts }: Sum): readonly number[] {
  return [total, ...parts];
}

/**
 * The smallest first: it costs the table least. Zeros come last: a reader may know from elsewhere that nobody is there,
 * and a zero can only be thought larger, which protects its neighbours less.
 */
function smallestFirst(places: readonly number[], cells: PublishedCells['cells']): number[] {
  const weight = (place: number): number => {
    const value = cells[place]?.value ?? 0;
    return value === 0 ? Number.MAX_SAFE_INTEGER : value;
  };
  return [...places].sort((a, b) => weight(a) - weight(b) || a - b);
}
