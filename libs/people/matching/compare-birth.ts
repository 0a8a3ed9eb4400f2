import { type Birth, bornBetween, dayNumber } from './birth.ts';
import type { Agreement } from './match-model.ts';
import { isTransposed } from './similarity.ts';

type BirthLevel = Extract<Agreement, { field: 'birth' }>['level'];

/** 184 days is the longest half of a year. */
const HALF_A_YEAR = 184;
/** How far two expected dates of one birth may lie apart: a scan corrects the first. */
const DUE_APART = 28;

/** How far two births agree; `null` where too little is known of either. */
export function compareBirths(one: Birth, other: Birth): BirthLevel | null {
  if (one.date !== null && other.date !== null) return datesLevel(one.date, other.date);
  if (one.due !== null && other.due !== null)
    return daysApart(one.due, other.due) <= DUE_APART ? 'due_fits' : 'different';
  if (isOtherGeneration(one, other)) return 'other_generation';
  const range = bornBetween(one);
  const otherRange = bornBetween(other);
  if (range === null || otherRange === null) return null;
  return rangesLevel(one, other, [range, otherRange]);
}

function datesLevel(one: string, other: string): BirthLevel {
  if (one === other) return one.endsWith('-01-01') ? 'exact_first_of_january' : 'exact';
  const [year = '', month = '', day = ''] = one.split('-');
  if (`${year}-${day}-${month}` === other) return 'day_and_month_swapped';
  if (isDigitSlip(one, other)) return 'one_slip';
  return daysApart(one, other) <= HALF_A_YEAR || isSameYearOnly(one, other) ? 'within_6_months' : 'different';
}

/** The first of January stands for a year of which the day is not known. */
function isSameYearOnly(one: string, other: string): boolean {
  return one.slice(0, 4) === other.slice(0, 4) && (one.endsWith('-01-01') || other.endsWith('-01-01'));
}

function isOtherGeneration(one: Birth, other: Birth): boolean {
  return one.generation !== null && other.generation !== null && one.generation !== other.generation;
}

function daysApart(one: string, other: string): number {
  return Math.abs(dayNumber(one) - dayNumber(other));
}

/** One digit, two neighbours, or the year before or after. */
function isDigitSlip(one: string, other: string): boolean {
  const digits = one.replaceAll('-', '');
  const others = other.replaceAll('-', '');
  const apart = Array.from(digits).filter((digit, place) => digit !== others[place]).length;
  const isNextYear = Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) === 1;
  return apart === 1 || isTransposed(digits, others) || (isNextYear && one.slice(4) === other.slice(4));
}

function rangesLevel(
  one: Birth,
  other: Birth,
  [[from, to], [otherFrom, otherTo]]: readonly [readonly [number, number], readonly [number, number]],
): BirthLevel | null {
  const gap = Math.max(from - otherTo, otherFrom - to);
  const isWide = to - from > WIDE || otherTo - otherFrom > WIDE;
  if (gap > 0) return isWide ? 'other_generation' : 'different';
  if (isWide) return null;
  return one.due !== null || other.due !== null ? 'due_fits' : 'age_fits';
}

/** A range of more than these days comes from a part in the family, not from an age. */
const WIDE = 3_000;
