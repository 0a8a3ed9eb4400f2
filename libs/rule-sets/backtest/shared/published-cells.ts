/** A count in a table that may leave the team. */
export interface Cell {
  readonly value: number;
}

/** Cells that add up: the total is the sum of the parts. Given by their places among all cells. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Cells and everything that a reader knows to add up among them. */
export class PublishedCells {
  readonly cells: Cell[] = [];
  readonly sums: Sum[] = [];
  /** Cells that are withheld for another reason than being small. */
  readonly withheld = new Set<number>();

  /** The cell's place. */
  add(value: number): number {
    return this.cells.push({ value }) - 1;
  }

  addSum(total: number, parts: readonly number[]): void {
    this.sums.push({ total, parts });
  }
}
