import type { NotePlace } from '../cell-text/parse-condition.ts';

/** How one kind of content is written into a cell and read from it. */
export interface Codec {
  /** The text for a value that is there. */
  readonly write: (value: never) => string;
  /**
   * The value of a text that is not blank; it need not be sound, since the rule set is checked as a whole.
   *
   * @throws CellFault for a text that gives no value.
   */
  readonly read: (text: string, path: string, note: NotePlace) => unknown;
  /** The value that a blank cell stands for; without one, nothing is there. */
  readonly whenBlank?: unknown;
}

/** One column of a kind of record, and the place in it that the column holds. */
export interface Field {
  readonly column: string;
  readonly keys: readonly string[];
  readonly codec: Codec;
}
