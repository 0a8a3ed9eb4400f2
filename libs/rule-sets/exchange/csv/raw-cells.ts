/** Where a cell stands in the text of a CSV file (RFC 4180). */
export interface RawCell {
  readonly start: number;
  readonly isQuoted: boolean;
}

export interface RawCells {
  /** Without those that are empty lines. */
  readonly records: readonly (readonly RawCell[])[];
  /** The first place at which the quoting cannot be right. */
  readonly fault: { readonly offset: number; readonly message: string } | null;
}

const PLAIN_END = /[",\r\n]|$/g;
const CLOSED = 'After a closing quotation mark the cell must end; one inside a cell is written twice.';
const STRAY = 'A cell with a quotation mark in it must stand in quotation marks, and the mark is written twice.';

/** The place after a quoted cell, or null when it is not closed. */
function endOfQuoted(text: string, start: number): number | null {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return null;
}

function endOfPlain(text: string, start: number): number {
  PLAIN_END.lastIndex = start;
  return PLAIN_END.exec(text)?.index ?? text.length;
}

interface Step {
  readonly cell: RawCell;
  /** The place after the cell, or the fault in it. */
  readonly end: number;
  readonly fault: RawCells['fault'];
}

function cellAt(text: string, start: number): Step {
  const isQuoted = text[start] === '"';
  const cell = { start, isQuoted };
  const end = isQuoted ? endOfQuoted(text, start) : endOfPlain(text, start);
  if (end === null) {
    return { cell, end: start, fault: { offset: start, message: 'The cell that begins here is not closed.' } };
  }
  const isSound = end === text.length || ',\r\n'.includes(text.charAt(end));
  return { cell, end, fault: isSound ? null : { offset: end, message: isQuoted ? CLOSED : STRAY } };
}

/** Finds every cell, so that a fault can name its place: the library that reads the values tells only lines. */
export function rawCells(text: string): RawCells {
  const records: RawCell[][] = [];
  let record: RawCell[] = [];
  for (let start = 0; start < text.length || record.length > 0;) {
    const { cell, end, fault } = cellAt(text, start);
    record.push(cell);
    if (fault !== null) return { records, fault };
    const isLast = text[end] !== ',';
    if (isLast && (record.length > 1 || end > start)) records.push(record);
    if (isLast) record = [];
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return { records, fault: null };
}

/** The place in the file of a character of the cell's content; a quotation mark in a quoted cell takes two. */
export function offsetInFile(cell: RawCell, content: string, offset: number): number {
  if (!cell.isQuoted) return cell.start + offset;
  let marks = 0;
  for (let at = content.indexOf('"'); at !== -1 && at < offset; at = content.indexOf('"', at + 1)) marks += 1;
  return cell.start + 1 + offset + marks;
}
