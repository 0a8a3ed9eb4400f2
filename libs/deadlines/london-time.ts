import { Temporal } from 'temporal-polyfill';
import { DeadlineInputError } from './errors.ts';
import { type DayNumber, MS_PER_DAY } from './local-day.ts';

/** An instant: whole milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/** The one time zone of the product (domain pack 2.6). */
export const TIME_ZONE = 'Europe/London';

/** What the clock and the calendar on a wall in London show at an instant. */
export interface LocalMoment {
  readonly day: DayNumber;
  /** Wall-clock milliseconds after midnight. */
  readonly msOfDay: number;
}

/** Years 1 to 9999: outside them a local day has no `YYYY-MM-DD` form. */
const EARLIEST_MS = Date.parse('0001-01-02T00:00:00Z');
const LATEST_MS = Date.parse('9999-12-30T23:59:59.999Z');

/** Refuses what is not an instant at all (seconds with a fraction, NaN, a year nobody means). */
export function assertEpochMs(value: EpochMs): EpochMs {
  if (!Number.isInteger(value) || value < EARLIEST_MS || value > LATEST_MS) {
    throw new DeadlineInputError(`${value} is not an instant in whole milliseconds since 1970`);
  }
  return value;
}

export function toLocal(at: EpochMs): LocalMoment {
  const zoned = Temporal.Instant.fromEpochMilliseconds(assertEpochMs(at)).toZonedDateTimeISO(TIME_ZONE);
  const wallMs = at + zoned.offsetNanoseconds / 1_000_000;
  const day = Math.floor(wallMs / MS_PER_DAY);
  return { day, msOfDay: wallMs - day * MS_PER_DAY };
}

/**
 * The instant at which the clock in London shows a time on a day. A time that the spring change skips is read an
 * hour later; a time that the autumn change repeats is read the first time.
 */
export function fromLocal(day: DayNumber, msOfDay: number): EpochMs {
  const wallClock = new Date(day * MS_PER_DAY + msOfDay).toISOString().slice(0, -1);
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(TIME_ZONE).epochMilliseconds;
}
