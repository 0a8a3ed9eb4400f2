import type { Language } from '#domain';
import { BULK_COLUMNS, type BulkColumn, type BulkUpload, type FileFault, type UploadWithRows } from '#intake';
import type { Words } from '../words/words.ts';
import { columnName } from './bulk-csv.ts';

/** Faults that a page shows; a download has them all. */
const MOST_SHOWN = 100;

/** A column as people are told of it. */
export interface DescribedColumn {
  readonly name: string;
  readonly what: string;
  readonly how: string;
  readonly isNeeded: boolean;
}

export function describedColumns(words: Words, language: Language): DescribedColumn[] {
  return (BULK_COLUMNS as readonly BulkColumn[]).map((column) => ({
    name: column[language],
    what: words.bulk.columns[column.id],
    how: words.bulk.kinds[column.kind],
    isNeeded: column.needed === true,
  }));
}

/** Why a whole file cannot be read, in a sentence. */
export function fileFault({ code, columns, headings, line }: FileFault, words: Words, language: Language): string {
  const names = columns.map((column) => columnName({ column, code: 'missing' }, words, language));
  const about = [...names, ...headings].map((name) => `“${name}”`).join(', ');
  const where = line === null ? '' : words.bulk.faults.line(line);
  return [words.bulk.fileFaults[code], about, where].filter((part) => part !== '').join(' ');
}

/** An upload as a line of the list. */
export interface ListedUpload {
  readonly href: string;
  readonly uploadedAt: Date;
  readonly by: string;
  readonly rows: number;
  readonly standing: string;
}

export function listedUpload(upload: BulkUpload, words: Words): ListedUpload {
  const { id, uploadedAt, uploadedByName, sentAt, counts } = upload;
  const { standings } = words.bulk;
  const back = counts.faulty + counts.refused;
  const sent = counts.stored + counts.refused;
  const parts = [
    ...(sentAt === null && counts.ready > 0 ? [standings.toSend(counts.ready)] : []),
    ...(sentAt !== null && counts.ready > 0 ? [standings.sending(sent, sent + counts.ready)] : []),
    ...(sentAt !== null && counts.ready === 0 ? [standings.stored(counts.stored)] : []),
    ...(back > 0 ? [standings.back(back)] : []),
  ];
  const rows = back + counts.ready + counts.stored;
  return { href: `/uploads/${id}`, uploadedAt, by: uploadedByName, rows, standing: parts.join(', ') };
}

interface ShownFault {
  readonly row: number;
  readonly column: string;
  readonly whatToDo: string;
}

/** One upload as its page shows it. */
export interface UploadPage {
  readonly id: string;
  readonly fileName: string;
  readonly uploadedAt: Date;
  readonly expiresAt: Date;
  readonly stage: 'checked' | 'sending' | 'done';
  readonly title: string;
  readonly ready: number;
  readonly stored: number;
  readonly repeated: number;
  readonly done: number;
  readonly of: number;
  readonly back: number;
  readonly faults: readonly ShownFault[];
  readonly moreFaults: number;
}

export function uploadPage({ upload, rows }: UploadWithRows, words: Words, language: Language): UploadPage {
  const { id, fileName, uploadedAt, expiresAt, sentAt, counts, repeated } = upload;
  const { ready, stored, faulty, refused } = counts;
  const { one } = words.bulk;
  const stage = sentAt === null ? 'checked' : ready > 0 ? 'sending' : 'done';
  const faults = rows.flatMap(({ row, faults: ofRow }) =>
    ofRow.map((fault) => ({
      row,
      column: columnName(fault, words, language),
      whatToDo: words.bulk.rowFaults[fault.code],
    })),
  );
  return {
    ...{ id, fileName, uploadedAt, expiresAt, stage, ready, stored, repeated },
    title: { checked: one.title, sending: one.sendingTitle, done: one.doneTitle }[stage],
    ...{ done: stored + refused, of: stored + refused + ready, back: faulty + refused },
    faults: faults.slice(0, MOST_SHOWN),
    moreFaults: Math.max(faults.length - MOST_SHOWN, 0),
  };
}
