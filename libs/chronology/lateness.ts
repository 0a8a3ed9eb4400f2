import { localDateOf } from '#deadlines';
import { daysOf, type EventDate } from './event-date.ts';

/** Days after which something counts as recorded late: whoever decided in between did not have it. */
export const LATE_AFTER_DAYS = 7;

const DAY_MS = 86_400_000;

/** Whole days from the last day it may have happened on to the day it was recorded; `null` where no day is known. */
export function recordedAfterDays(date: EventDate | null, recordedAt: Date): number | null {
  if (date === null) return null;
  const days = Date.parse(localDateOf(recordedAt.getTime())) - Date.parse(daysOf(date).last);
  return Math.max(0, Math.round(days / DAY_MS));
}
