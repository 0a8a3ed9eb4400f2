import { CsvError, parse } from 'csv-parse/sync';
import { BULK_COLUMNS, type BulkCells, type BulkColumnId, columnOf } from './bulk-columns.ts';
import { type FileFault, type FileFaultCode, MAX_UPLOAD_ROWS } from './bulk-upload.ts';

/** A row of the file with the number that a spreadsheet gives it. */
export interface TableRow {
  readonly row: number;
  readonly cells: BulkCells;
}

/** Headings that must be there; a name or why there is none is asked of each row. */
const NEEDED: readonly BulkColumnId[] = ['noticeReference', 'summary'];
/** What spreadsheets write, by the country they are set to. */
const DELIMITERS = [',', ';', '\t'];
/** Put before a formula by our own downloads. */
const GUARDED = /^'(?=[=+\-@\t\r])/;

/** Rows of a table of notices, whatever is wrong in them; or why the file is none. Rows without text are passed over. */
export function readTable(bytes: Buffer): readonly TableRow[] | FileFault {
  let records: string[][];
  try {
    records = parse(textOf(bytes), { bom: true, delimiter: DELIMITERS, relax_column_count: true });
  } catch (error: unknown) {
    if (!(error instanceof CsvError)) throw error;
    return fault('not_a_table', { line: typeof error['lines'] === 'number' ? error['lines'] : null });
  }
  const [headings = [], ...rest] = records;
  const columns = headings.map((heading) => (heading.trim() === '' ? 'remark' : columnOf(heading)));
  const filled = rest.map((cells, index) => ({ row: index + 2, texts: cells.map(cellOf) })).filter(hasText);
  const wrong = headingFault(headings, columns) ?? sizeFault(filled.length);
  return wrong ?? filled.map(({ row, texts }) => ({ row, cells: cellsOf(columns, texts) }));
}

function headingFault(headings: readonly string[], columns: readonly (string | null)[]): FileFault | null {
  const missing = NEEDED.filter((id) => !columns.includes(id));
  if (missing.length > 0) return fault('missing_columns', { columns: missing });
  const unknown = headings.filter((_, place) => columns[place] === null);
  if (unknown.length > 0) return fault('unknown_columns', { headings: unknown.slice(0, 20) });
  const twice = BULK_COLUMNS.filter(({ id }) => columns.indexOf(id) !== columns.lastIndexOf(id)).map(({ id }) => id);
  return twice.length === 0 ? null : fault('not_a_table', { columns: twice });
}

function sizeFault(rows: number): FileFault | null {
  if (rows === 0) return fault('empty', {});
  return rows > MAX_UPLOAD_ROWS ? fault('too_many_rows', {}) : null;
}

function hasText({ texts }: { readonly texts: readonly string[] }): boolean {
  return texts.some((text) => text !== '');
}

function cellOf(text: string): string {
  return text.replace(GUARDED, '').normalize('NFC').trim();
}

function cellsOf(columns: readonly (BulkColumnId | 'remark' | null)[], texts: readonly string[]): BulkCells {
  const entries = BULK_COLUMNS.map(({ id }) => [id, texts[columns.indexOf(id)] ?? '']);
  return Object.fromEntries(entries) as BulkCells;
}

/** Spreadsheets on Windows still write their country's own alphabet where nobody asks them for UTF-8. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function fault(code: FileFaultCode, given: Partial<Omit<FileFault, 'code'>>): FileFault {
  return { code, columns: [], headings: [], line: null, ...given };
}
