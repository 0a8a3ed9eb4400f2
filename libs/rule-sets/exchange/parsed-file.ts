import type { Finding } from './findings.ts';

/** What a reader of one format makes of a text, before anybody asks whether it is a rule set. */
export interface ParsedFile {
  /** The value read, as far as it could be; nothing when the text cannot be read or is too large to look into. */
  readonly content: { readonly value: unknown } | null;
  /** Where the part at a JSON pointer stands in the text; undefined for a part that is not there. */
  placeOf(path: string): number | undefined;
  /** Faults of the reading itself. */
  readonly findings: readonly Finding[];
}

/** A text that cannot be read at all. */
export function unreadable(findings: readonly Finding[]): ParsedFile {
  return { content: null, placeOf: () => undefined, findings };
}
