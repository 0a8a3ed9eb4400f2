import { localDateOf } from '#deadlines';

/** How exactly it is known when something happened. */
export const DATE_PRECISIONS = ['day', 'month', 'year', 'approximate'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** When something happened, as exactly as it is known; `null` stands for a day that nobody could tell. */
export interface EventDate {
  /** The first day it may have happened on, ISO. */
  readonly day: string;
  readonly precision: DatePrecision;
  /** The moment, where there was one; `null` where the day is all there is. */
  readonly at: Date | null;
}

/** The first and the last day it may have happened on. An approximate day is one that somebody named. */
export function daysOf({ day, precision }: EventDate): { readonly first: string; readonly last: string } {
  const year = Number(day.slice(0, 4));
  switch (precision) {
    case 'day':
    case 'approximate':
      return { first: day, last: day };
    case 'month':
      return { first: day, last: isoDay(year, Number(day.slice(5, 7)), 0) };
    case 'year':
      return { first: day, last: isoDay(year, 12, 0) };
  }
}

/** Day 0 is the last of the month; months count from 1. */
function isoDay(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year, month, day);
  return date.toISOString().slice(0, 10);
}

/**
 * A date as somebody typed it: `2026-03-04`, `2026-03` or `2026`.
 * Returns `null` for what is no date of the calendar.
 */
export function readDate(typed: string, isApproximate: boolean): EventDate | null {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(typed) ?? [];
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (!isDay(first)) return null;
  const exact = day === undefined ? (month === undefined ? 'year' : 'month') : 'day';
  return { day: first, precision: isApproximate && exact === 'day' ? 'approximate' : exact, at: null };
}

function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day in London on which something happened that has a moment of its own. */
export function dateOfMoment(at: Date): EventDate {
  return { day: localDateOf(at.getTime()), precision: 'day', at };
}
