import type { OpenMention } from '../mentions/mention.ts';

/** When somebody was born, or will be, as far as a referral tells. Days are counted from 1970. */
export interface Birth {
  /** `YYYY-MM-DD`; `null` where it is not known. */
  readonly date: string | null;
  /** Of the unborn. */
  readonly due: string | null;
  /** Between which days it must lie, where the date is not known but an age or a part in the family is. */
  readonly between: readonly [number, number] | null;
  /** By their part in the family: children and their brothers and sisters, or those who bring them up. */
  readonly generation: 'younger' | 'older' | null;
  /** Unborn, or so young that an earlier referral may have known it unborn. */
  readonly isBaby: boolean;
}

const DAY_MS = 86_400_000;
const YEAR = 365.25;
/** A birth three weeks after the day it was expected for is as late as one comes; one after 24 weeks of 40 may live. */
const EARLIEST_BEFORE_DUE = 16 * 7;
const LATEST_AFTER_DUE = 21;
/** How far somebody who guesses a child's age is wrong. */
const GUESS = 2;
const OLDEST_YOUNGER = 30;
const YOUNGEST_PARENT = 12;
const OLDEST = 110;

export function birthOf({ role, receivedAt, details }: Pick<OpenMention, 'role' | 'receivedAt' | 'details'>): Birth {
  const { dateOfBirth: date, expectedDeliveryDate, estimatedAgeYears } = details;
  const generation = generationOf(role === 'child', details.relationship ?? '');
  const received = Math.floor(receivedAt.getTime() / DAY_MS);
  const due = date === null ? expectedDeliveryDate : null;
  return {
    date,
    due,
    between: date === null && due === null ? rangeOf(received, estimatedAgeYears, generation) : null,
    generation,
    isBaby: due !== null || (date !== null && role === 'child' && received - dayNumber(date) < 2 * YEAR),
  };
}

/** Whole days since 1970. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(date) / DAY_MS);
}

/** The days on which somebody may have been born who is described so. */
export function bornBetween({ date, due, between }: Birth): readonly [number, number] | null {
  if (date !== null) return [dayNumber(date), dayNumber(date)];
  if (due === null) return between;
  return [dayNumber(due) - EARLIEST_BEFORE_DUE, dayNumber(due) + LATEST_AFTER_DUE];
}

function rangeOf(
  received: number,
  age: number | null,
  generation: Birth['generation'],
): readonly [number, number] | null {
  const at = (years: number): number => received - Math.round(years * YEAR);
  if (age !== null) return [at(age + 1 + GUESS), at(Math.max(0, age - GUESS))];
  if (generation === 'younger') return [at(OLDEST_YOUNGER), received + 300];
  return generation === 'older' ? [at(OLDEST), at(YOUNGEST_PARENT)] : null;
}

function generationOf(isChild: boolean, relationship: string): Birth['generation'] {
  if (isChild || YOUNGER.test(relationship)) return 'younger';
  return OLDER.test(relationship) ? 'older' : null;
}

const YOUNGER = /^(\w+[\s-])?(brother|sister|sibling|twin|baby)\b/i;
const OLDER =
  /\b((step|grand)?-?(mother|father|parent|mum|mam|dad)|gran|nan|nain|taid|aunt|uncle|partner|husband|wife|boyfriend|girlfriend|carer|foster|landlord|lodger)\b/i;
