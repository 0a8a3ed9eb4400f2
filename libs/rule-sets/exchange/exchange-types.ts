import type { RuleSet } from '#rules';

/**
 * One reason why a file is no rule set: a JSON pointer (RFC 6901) to the part of the rule set, the place in the file
 * (line and column from 1, columns in UTF-16 code units as editors count them) and a plain sentence.
 */
export interface FileFault {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A sound rule set, or every fault of the file; never a part of a rule set. */
export type ReadResult =
  | { readonly ruleSet: RuleSet; readonly faults: readonly [] }
  | { readonly ruleSet: null; readonly faults: readonly FileFault[] };

/** Formats that are read. */
export type ReadableFormat = 'json' | 'yaml' | 'csv';

/** Formats that are written; DMN is for other engines and is not read back. */
export type ExchangeFormat = ReadableFormat | 'dmn';
