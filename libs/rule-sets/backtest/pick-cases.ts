import type { CaseColumns, OutcomeColumns } from './case-columns.ts';

/** The cases at some places only. */
export function pickColumns(columns: CaseColumns, places: readonly number[]): CaseColumns {
  return {
    count: places.length,
    live: pickOutcomes(columns.live, places),
    days: Int32Array.from(places, (place) => columns.days[place] ?? 0),
    areaCodes: words(columns.areaCodes, places),
    ruleSetCodes: words(columns.ruleSetCodes, places),
    area: words(columns.area, places),
    agency: words(columns.agency, places),
    month: words(columns.month, places),
    ethnicity: bytes(columns.ethnicity, places),
    disability: bytes(columns.disability, places),
    decile: bytes(columns.decile, places),
    sex: bytes(columns.sex, places),
    ageBand: bytes(columns.ageBand, places),
  };
}

export function pickOutcomes(outcomes: OutcomeColumns, places: readonly number[]): OutcomeColumns {
  return {
    definiteLevel: bytes(outcomes.definiteLevel, places),
    definiteUrgency: bytes(outcomes.definiteUrgency, places),
    possibleLevel: bytes(outcomes.possibleLevel, places),
    possibleUrgency: bytes(outcomes.possibleUrgency, places),
    redLine: bytes(outcomes.redLine, places),
  };
}

function bytes(column: Uint8Array, places: readonly number[]): Uint8Array {
  return Uint8Array.from(places, (place) => column[place] ?? 0);
}

function words(column: Uint16Array, places: readonly number[]): Uint16Array {
  return Uint16Array.from(places, (place) => column[place] ?? 0);
}
