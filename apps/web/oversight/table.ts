/** One cell of a table: a text, perhaps a link, perhaps a tag. */
export interface TableCell {
  readonly text: string;
  readonly href?: string;
  /** Said after the text to those who hear the page, so that links differ. */
  readonly hidden?: string;
  readonly numeric?: boolean;
  /** Colour of a tag; the text says the same. */
  readonly tag?: string;
}

/** A table with its name; the first cell of a row names the row. */
export interface TableView {
  readonly caption: string;
  readonly head: readonly { readonly text: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** What there is no number for, or none that may be shown. */
export const NO_NUMBER = '–';
