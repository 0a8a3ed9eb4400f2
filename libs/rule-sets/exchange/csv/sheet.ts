import type { Findings } from '../findings.ts';
import { isGuarded } from './formula-guard.ts';
import { offsetInFile, type RawCell } from './raw-cells.ts';
import { COLUMNS, RECORD } from './record-kinds.ts';

/** One cell: its text without the guard against formulas, and where in the file each character of it stands. */
export class Cell {
  readonly text: string;
  private readonly skipped: number;

  constructor(
    private readonly content: string,
    private readonly raw: RawCell,
  ) {
    this.skipped = isGuarded(content) ? 1 : 0;
    this.text = content.slice(this.skipped);
  }

  get isBlank(): boolean {
    return this.text.trim() === '';
  }

  offsetAt(offset: number): number {
    return offsetInFile(this.raw, this.content, offset + this.skipped);
  }
}

/** The rows below the header, by column. Rows in which every cell is blank are left out. */
export interface Sheet {
  readonly rows: readonly { readonly offset: number; readonly cells: ReadonlyMap<string, Cell> }[];
}

const NAMES = new Map(COLUMNS.map((column) => [column.toLowerCase(), column]));
const NOWHERE: RawCell = { start: 0, isQuoted: false };

function readHeader(header: readonly Cell[], findings: Findings): readonly (string | null)[] {
  const seen = new Set<string>();
  return header.map((cell) => {
    if (cell.isBlank) return null;
    const name = NAMES.get(cell.text.trim().toLowerCase());
    if (name === undefined || seen.has(name)) {
      const what = name === undefined ? 'is not one that this file can have' : 'stands here twice';
      findings.add('', cell.offsetAt(0), `The column ${JSON.stringify(cell.text.trim())} ${what}.`);
      return null;
    }
    seen.add(name);
    return name;
  });
}

/** @returns null when there is no header with the column that says what a row is. */
export function sheetOf(
  values: readonly (readonly string[])[],
  records: readonly (readonly RawCell[])[],
  findings: Findings,
): Sheet | null {
  const lines = values
    .map((record, row) => record.map((content, place) => new Cell(content, records[row]?.[place] ?? NOWHERE)))
    .filter((cells) => cells.some((cell) => !cell.isBlank));
  const [header = [], ...rest] = lines;
  const columns = readHeader(header, findings);
  if (!columns.includes(RECORD)) {
    findings.add('', header[0]?.offsetAt(0) ?? 0, `The first line must name the columns, with "${RECORD}" among them.`);
    return null;
  }
  return { rows: rest.map((cells) => rowOf(cells, columns, findings)) };
}

function rowOf(cells: readonly Cell[], columns: readonly (string | null)[], findings: Findings): Sheet['rows'][number] {
  const byColumn = new Map<string, Cell>();
  cells.forEach((cell, place) => {
    const column = columns[place] ?? null;
    if (column !== null) byColumn.set(column, cell);
    else if (!cell.isBlank) findings.add('', cell.offsetAt(0), 'This cell stands under no column.');
  });
  return { offset: cells[0]?.offsetAt(0) ?? 0, cells: byColumn };
}
