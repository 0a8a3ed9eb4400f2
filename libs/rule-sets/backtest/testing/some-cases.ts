import { type Level, levelRank, type Urgency, urgencyRank } from '#domain';
import { caseRecord, type CaseHeader, HEADER_BYTES } from '../../history/case-header.ts';
import { dayNumberOf } from '../../history/day-number.ts';
import { type CaseColumns, headerColumns, type OutcomeColumns } from '../case-columns.ts';
import type { CodeWordsOfCases } from '../dimensions.ts';

/** A case as it was proposed and as a draft would propose it; groups are those of `HEADER` unless given. */
export interface SomeCase extends Partial<CaseHeader> {
  readonly from: readonly [Level, Urgency];
  readonly to: readonly [Level, Urgency];
}

export const WORDS: CodeWordsOfCases = {
  area: ['north', 'south'],
  agency: ['school', 'police'],
  ethnicity: ['WBRI', 'AIND'],
  ruleSet: ['hash'],
};

const HEADER: Omit<CaseHeader, 'definiteLevel' | 'definiteUrgency' | 'possibleLevel' | 'possibleUrgency'> = {
  redLine: false,
  ethnicityCode: 0,
  disability: 1,
  deprivationDecile: 3,
  areaCode: 0,
  agencyCode: 0,
  day: dayNumberOf('2026-06-01'),
  sex: 1,
  ageBand: 3,
  ruleSetCode: 0,
};

/** Columns as they are read from records, and the outcomes of the draft. */
export function someCases(cases: readonly SomeCase[]): { columns: CaseColumns; after: OutcomeColumns } {
  const records = cases.map(({ from: [level, urgency], to: _to, ...header }) => {
    const ranks = { level: levelRank(level), urgency: urgencyRank(urgency) };
    return caseRecord(
      {
        ...HEADER,
        ...{ definiteLevel: ranks.level, definiteUrgency: ranks.urgency },
        ...{ possibleLevel: ranks.level, possibleUrgency: ranks.urgency },
        ...header,
      },
      new Uint8Array(),
    );
  });
  const levels = Uint8Array.from(cases, ({ to: [level] }) => levelRank(level));
  const urgencies = Uint8Array.from(cases, ({ to: [, urgency] }) => urgencyRank(urgency));
  const after = {
    ...{ definiteLevel: levels, possibleLevel: levels, definiteUrgency: urgencies, possibleUrgency: urgencies },
    redLine: new Uint8Array(cases.length),
  };
  return { columns: headerColumns(Buffer.concat(records), HEADER_BYTES), after };
}

/** So many cases that all move alike. */
export function times(count: number, one: SomeCase): SomeCase[] {
  return Array.from({ length: count }, () => one);
}
