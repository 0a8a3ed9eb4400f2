import { DeadlineInputError } from './errors.ts';

/** A day on the wall calendar in London, `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. */
export type IsoDate = string;

/** Days since 1 January 1970: the integer form of a local day, so that stepping needs no date objects. */
export type DayNumber = number;

const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;

const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_SHAPE = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const DAYS_IN_WEEK = 7;
/** 3 January 1970, day number 2, was a Saturday. */
const FIRST_SATURDAY = 2;

/** The day number of a date; throws `DeadlineInputError` when the text is not a real date (2026-02-30 is not). */
export function parseIsoDate(date: IsoDate): DayNumber {
  const ms = DATE_SHAPE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse lets 30 February roll over into March, so the day is written back and compared.
  if (Number.isNaN(ms) || formatIsoDate(ms / MS_PER_DAY) !== date) {
    throw new DeadlineInputError(`"${date}" is not a date written YYYY-MM-DD`);
  }
  return ms / MS_PER_DAY;
}

export function formatIsoDate(day: DayNumber): IsoDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

export function isWeekend(day: DayNumber): boolean {
  const sinceSaturday = (((day - FIRST_SATURDAY) % DAYS_IN_WEEK) + DAYS_IN_WEEK) % DAYS_IN_WEEK;
  return sinceSaturday < 2;
}

/** Milliseconds after local midnight of a wall-clock time `HH:MM`; throws `DeadlineInputError` on anything else. */
export function parseTimeOfDay(time: string): number {
  if (!TIME_SHAPE.test(time)) {
    throw new DeadlineInputError(`"${time}" is not a time written HH:MM, 00:00 to 23:59`);
  }
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * MS_PER_HOUR + (minutes ?? 0) * MS_PER_MINUTE;
}

/** The same day of a later month, or that month's last day where it has none: 31 January and a month is 28 or 29 February. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const from = new Date(day * MS_PER_DAY);
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / MS_PER_DAY + Math.min(from.getUTCDate(), lastOfMonth) - 1;
}
