import { AGE_BANDS, DISABILITIES, SEXES } from '../history/case-groups.ts';
import type { CaseColumns } from './case-columns.ts';

/** By what a backtest counts groups of cases apart. */
export const DIMENSIONS = [
  'area',
  'agency',
  'ageBand',
  'sex',
  'ethnicity',
  'disability',
  'deprivationDecile',
  'month',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const UNKNOWN_GROUP = 'unknown';

/** The words of an authority's codes, by their number. */
export interface CodeWordsOfCases {
  readonly area: readonly string[];
  readonly agency: readonly string[];
  readonly ethnicity: readonly string[];
  /** Content hashes of the rule sets that were live. */
  readonly ruleSet: readonly string[];
}

/** The column that holds each case's group in a dimension. */
export function groupColumn(columns: CaseColumns, dimension: Dimension): Uint8Array | Uint16Array {
  return dimension === 'deprivationDecile' ? columns.decile : columns[dimension];
}

/** What a group is called in a report: a word of the authority, a name of ours, a decile, or a month as `YYYY-MM`. */
export function groupName(dimension: Dimension, group: number, words: CodeWordsOfCases): string {
  if (dimension === 'month') return new Date(Date.UTC(1970, group - 1, 1)).toISOString().slice(0, 7);
  if (group === 0) return UNKNOWN_GROUP;
  if (dimension === 'deprivationDecile') return String(group);
  return namesOf(dimension, words)[group] ?? UNKNOWN_GROUP;
}

/** The names of a dimension's groups, by their number. */
function namesOf(
  dimension: Exclude<Dimension, 'month' | 'deprivationDecile'>,
  words: CodeWordsOfCases,
): readonly (string | undefined)[] {
  switch (dimension) {
    case 'area':
    case 'agency':
    case 'ethnicity':
      return [UNKNOWN_GROUP, ...words[dimension]];
    case 'ageBand':
      return AGE_BANDS;
    case 'sex':
      return SEXES;
    case 'disability':
      return DISABILITIES;
    default:
      return dimension satisfies never;
  }
}
