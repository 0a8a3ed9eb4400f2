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

const HOUR_MS = 3_600_000;
/** More than any change of the clocks, less than the time between two. */
const DST_MARGIN_MS = 3 * HOUR_MS;
/** What London's clocks were ahead of UTC, by the hour since 1970. Asking the zone costs a hundred times a look-up. */
const offsets = new Map<number, number>();
const MOST_OFFSETS = 50_000;

export function toLocal(at: EpochMs): LocalMoment {
  const wallMs = assertEpochMs(at) + offsetAt(at);
  const day = Math.floor(wallMs / MS_PER_DAY);
  return { day, msOfDay: wallMs - day * MS_PER_DAY };
}

/**
 * The instant at which the clock in London shows a time on a day. A time that the spring change skips is read an
 * hour later; a time that the autumn change repeats is read the first time.
 */
export function fromLocal(day: DayNumber, msOfDay: number): EpochMs {
  const wallMs = day * MS_PER_DAY + msOfDay;
  const [before, after] = [offsetAt(wallMs - DST_MARGIN_MS), offsetAt(wallMs + DST_MARGIN_MS)];
  const isOnlyAfter = offsetAt(wallMs - before) !== before && offsetAt(wallMs - after) === after;
  return wallMs - (isOnlyAfter ? after : before);
}

/** Since 1970 the offset has changed on the hour only (of UTC); before, the zone is asked each time. */
function offsetAt(at: EpochMs): number {
  const hour = Math.floor(at / HOUR_MS);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(TIME_ZONE);
  const offset = zoned.offsetNanoseconds / 1_000_000;
  if (at < 0) return offset;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}
