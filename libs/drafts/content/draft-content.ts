import type { DraftFields, FieldValue } from './fields.ts';

/** That a field was changed: with which version of the draft, to what (as a short hash), and from which open page. */
export interface Mark {
  readonly version: number;
  readonly hash: string;
  readonly writer: string;
}

/** Everything a draft holds. Sealed as one text. */
export interface DraftContent {
  readonly fields: DraftFields;
  /** The latest changes of each field, oldest first: they tell a change from a page that was open too long. */
  readonly marks: Readonly<Record<string, readonly Mark[]>>;
  /** Texts that stood in a field when another was written from elsewhere, until the owner has settled it. */
  readonly others: Readonly<Record<string, readonly FieldValue[]>>;
  /** The last saving of each open page, as the page counts them: one that was late on its way takes nothing back. */
  readonly turns: Readonly<Record<string, number>>;
}

export const EMPTY_DRAFT: DraftContent = { fields: {}, marks: {}, others: {}, turns: {} };
