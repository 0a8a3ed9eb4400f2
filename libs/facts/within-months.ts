import { Temporal } from 'temporal-polyfill';

/**
 * Whether a day is no later than the calendar anniversary of an earlier one, so many months on: 1 March 2027 to
 * 1 March 2028 is within twelve months, though 366 days. Where the month has no such day the first of the next one is
 * the anniversary, as for birthdays. A day before the earlier one is not within. Local days, ISO.
 * Source: domain pack 4.4, re-referral boundary.
 */
export function isWithinMonths(earlier: string, later: string, months: number): boolean {
  const from = Temporal.PlainDate.from(earlier);
  const day = Temporal.PlainDate.from(later);
  return Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, anniversary(from, months)) <= 0;
}

function anniversary(from: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const same = from.add({ months });
  return same.day === from.day ? same : same.add({ days: 1 });
}
