import { HEADER_AT, NO_CODE, NO_SMALL_CODE, RED_LINE_FLAG } from '../history/case-header.ts';

/** What the rules said of each case, as ranks; the shape that bulk evaluation gives. */
export interface OutcomeColumns {
  readonly definiteLevel: Uint8Array;
  readonly definiteUrgency: Uint8Array;
  readonly possibleLevel: Uint8Array;
  readonly possibleUrgency: Uint8Array;
  readonly redLine: Uint8Array;
}

/** The headers of many records, one entry a case. Group columns hold 0 for unknown and codes counted from 1. */
export interface CaseColumns {
  readonly count: number;
  /** What was live when each case was triaged. */
  readonly live: OutcomeColumns;
  readonly days: Int32Array;
  /** As bulk evaluation takes them: 65535 for no area. */
  readonly areaCodes: Uint16Array;
  readonly ruleSetCodes: Uint16Array;
  readonly area: Uint16Array;
  readonly agency: Uint16Array;
  readonly ethnicity: Uint8Array;
  readonly disability: Uint8Array;
  readonly decile: Uint8Array;
  readonly sex: Uint8Array;
  readonly ageBand: Uint8Array;
  readonly month: Uint16Array;
}

/** The headers of `bytes.length / stride` records that follow each other. */
export function headerColumns(bytes: Buffer, stride: number): CaseColumns {
  const count = Math.floor(bytes.length / stride);
  const byte = (at: number): Uint8Array => bytesAt(bytes, stride, count, at);
  const days = daysAt(bytes, stride, count);
  const areaCodes = wordsAt(bytes, stride, count, HEADER_AT.area);
  return {
    count,
    live: {
      definiteLevel: byte(HEADER_AT.definiteLevel),
      definiteUrgency: byte(HEADER_AT.definiteUrgency),
      possibleLevel: byte(HEADER_AT.possibleLevel),
      possibleUrgency: byte(HEADER_AT.possibleUrgency),
      redLine: byte(HEADER_AT.flags).map((flags) => flags & RED_LINE_FLAG),
    },
    days,
    areaCodes,
    ruleSetCodes: wordsAt(bytes, stride, count, HEADER_AT.ruleSet),
    area: areaCodes.map((code) => (code === NO_CODE ? 0 : code + 1)),
    agency: wordsAt(bytes, stride, count, HEADER_AT.agency).map((code) => (code === NO_CODE ? 0 : code + 1)),
    ethnicity: byte(HEADER_AT.ethnicity).map((code) => (code === NO_SMALL_CODE ? 0 : code + 1)),
    disability: byte(HEADER_AT.disability),
    decile: byte(HEADER_AT.decile),
    sex: byte(HEADER_AT.sex),
    ageBand: byte(HEADER_AT.ageBand),
    month: monthsOf(days),
  };
}

function bytesAt(bytes: Buffer, stride: number, count: number, at: number): Uint8Array {
  const column = new Uint8Array(count);
  for (let place = 0, from = at; place < count; place += 1, from += stride) column[place] = bytes[from] ?? 0;
  return column;
}

function wordsAt(bytes: Buffer, stride: number, count: number, at: number): Uint16Array {
  const column = new Uint16Array(count);
  for (let place = 0, from = at; place < count; place += 1, from += stride) {
    column[place] = (bytes[from] ?? 0) | ((bytes[from + 1] ?? 0) << 8);
  }
  return column;
}

function daysAt(bytes: Buffer, stride: number, count: number): Int32Array {
  const column = new Int32Array(count);
  for (let place = 0; place < count; place += 1) column[place] = bytes.readInt32LE(place * stride + HEADER_AT.day);
  return column;
}

/** Months since January 1970, counted from 1. */
function monthsOf(days: Int32Array): Uint16Array {
  const known = new Map<number, number>();
  const column = new Uint16Array(days.length);
  for (let place = 0; place < days.length; place += 1) {
    const day = days[place] ?? 0;
    let month = known.get(day);
    if (month === undefined) {
      const date = new Date(day * 86_400_000);
      month = Math.max(0, (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth() + 1);
      known.set(day, month);
    }
    column[place] = month;
  }
  return column;
}
