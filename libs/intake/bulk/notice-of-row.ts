import { DomainError } from '#domain';
import { checkReferral } from '../schema/referral-validator.ts';
import { BULK_COLUMNS, type BulkCells, type BulkColumn, type BulkColumnId } from './bulk-columns.ts';
import type { RowFault } from './bulk-upload.ts';
import { documentOf } from './document-of-notice.ts';
import { readCell } from './read-cell.ts';

/** What a row means, by column; a column that is left out was empty. */
export type NoticeValues = Readonly<Partial<Record<BulkColumnId, string | number>>>;

/** The referral that a row becomes, always the same for the same cells; or everything that is wrong with it. */
export function noticeOfRow(cells: BulkCells, today: string): { readonly document: object } | readonly RowFault[] {
  const faults: RowFault[] = [];
  const values: Partial<Record<BulkColumnId, string | number>> = {};
  for (const column of BULK_COLUMNS as readonly BulkColumn[]) {
    const text = cells[column.id];
    if (text === '') {
      if (column.needed === true) faults.push({ code: 'missing', column: column.id });
      continue;
    }
    const read = readCell(column, text, today);
    if ('fault' in read) faults.push({ code: read.fault, column: column.id });
    else values[column.id] = read.value;
  }
  const all = [...faults, ...together(cells)];
  return all.length > 0 ? all : checked(documentOf(values));
}

/** What one column alone cannot tell. */
function together(cells: BulkCells): RowFault[] {
  const isNamed = cells.givenName !== '' || cells.familyName !== '' || cells.whyUnknown !== '';
  const isReachable = cells.officerPhone !== '' || cells.officerEmail !== '';
  return [
    ...(isNamed ? [] : [{ code: 'no_child', column: 'givenName' } as const]),
    ...(isReachable ? [] : [{ code: 'no_contact', column: 'officerPhone' } as const]),
  ];
}

/** The same check that every referral passes. */
function checked(document: object): { readonly document: object } | readonly RowFault[] {
  try {
    checkReferral(document);
    return { document };
  } catch (error: unknown) {
    if (!(error instanceof DomainError)) throw error;
    return [{ code: 'refused', column: null }];
  }
}
