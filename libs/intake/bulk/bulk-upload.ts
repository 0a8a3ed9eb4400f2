import type { BulkColumnId } from './bulk-columns.ts';

/** A file may be so long, and hold so many notices. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
export const MAX_UPLOAD_ROWS = 2_000;

/** What stops a whole file. */
export type FileFaultCode = 'empty' | 'not_a_table' | 'too_many_rows' | 'missing_columns' | 'unknown_columns';

/** Why a file cannot be read as notices. */
export interface FileFault {
  readonly code: FileFaultCode;
  readonly columns: readonly BulkColumnId[];
  /** As they stand in the file. */
  readonly headings: readonly string[];
  /** Of the file, from 1. */
  readonly line: number | null;
}

export type RowFaultCode =
  | 'missing'
  | 'too_long'
  | 'not_storable'
  | 'not_a_day'
  | 'in_future'
  | 'not_a_number'
  | 'not_a_choice'
  | 'no_child'
  | 'no_contact'
  | 'repeated'
  | 'used_before'
  | 'refused';

/** What is wrong in one row; never what stands there. */
export interface RowFault {
  readonly code: RowFaultCode;
  /** `null` for the row as a whole. */
  readonly column: BulkColumnId | null;
}

/** `ready` waits to be sent; `refused` was sent and not taken. */
export type RowState = 'faulty' | 'ready' | 'stored' | 'refused';

/** A file that somebody of an agency uploaded, and how far its rows are. */
export interface BulkUpload {
  readonly id: string;
  readonly fileName: string;
  readonly uploadedBy: string;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
  /** When somebody had its good rows sent; `null` before. */
  readonly sentAt: Date | null;
  /** When it is forgotten, whatever became of it. */
  readonly expiresAt: Date;
  readonly counts: Readonly<Record<RowState, number>>;
  /** Of the stored ones, how many had been sent before. */
  readonly repeated: number;
}

/** One row as it stands. */
export interface BulkLine {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly state: RowState;
  readonly faults: readonly RowFault[];
  /** Of the referral it became. */
  readonly reference: string | null;
  readonly storedAt: Date | null;
  /** The same notice had been stored before: nothing was doubled. */
  readonly repeated: boolean;
}
