import type { Language } from '#domain';
import { BULK_COLUMNS, type BulkCells, type BulkLine, type RowFault } from '#intake';
import { csvOf } from '../pages/csv.ts';
import { momentIn } from '../pages/moments.ts';
import type { Words } from '../words/words.ts';

/** A row that came back, with what stands in it. */
export interface CameBack {
  readonly row: number;
  readonly cells: BulkCells;
  readonly faults: readonly RowFault[];
}

/** An empty table with the headings alone. */
export function templateCsv(language: Language): string {
  return csvOf(
    BULK_COLUMNS.map((column) => column[language]),
    [],
  );
}

/** The rows that came back as they are in the file, before them their number and what to put right. */
export function faultsCsv(rows: readonly CameBack[], words: Words, language: Language): string {
  const headings = [words.bulk.one.row, words.bulk.one.whatToDo, ...BULK_COLUMNS.map((column) => column[language])];
  const lines = rows.map(({ row, cells, faults }) => [
    String(row),
    faults.map((fault) => `${columnName(fault, words, language)}: ${words.bulk.rowFaults[fault.code]}`).join(' '),
    ...BULK_COLUMNS.map(({ id }) => cells[id]),
  ]);
  return csvOf(headings, lines);
}

/** A receipt for each row that is stored; `kept`: what is kept of them. */
export function receiptsCsv(
  rows: readonly BulkLine[],
  kept: readonly Pick<CameBack, 'row' | 'cells'>[],
  words: Words,
  language: Language,
): string {
  const { one } = words.bulk;
  const numbers = new Map(kept.map(({ row, cells }) => [row, cells.noticeReference]));
  const lines = rows
    .filter(({ state }) => state === 'stored')
    .map(({ row, reference, storedAt, repeated }) => [
      ...[String(row), numbers.get(row) ?? '', reference ?? ''],
      storedAt === null ? '' : momentIn(language, storedAt),
      repeated ? one.yes : one.no,
    ]);
  return csvOf([one.row, one.yours, one.reference, one.storedAt, one.sentBefore], lines);
}

/** The column as its heading names it; the whole row where no column is at fault. */
export function columnName({ column }: RowFault, words: Words, language: Language): string {
  const found = BULK_COLUMNS.find(({ id }) => id === column);
  return found === undefined ? words.bulk.one.wholeRow : found[language];
}
