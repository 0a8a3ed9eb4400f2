import { Temporal } from 'temporal-polyfill';
import { dayIn, timeIn } from '../pages/moments.ts';
import type { Language } from '../words/language.ts';
import type { Words } from '../words/words.ts';

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
const ZONE = 'Europe/London';

/** "2 h 10 min", "3 days 4 h": how long between two moments, to the minute up to a day. */
export function spanBetween(words: Words, from: Date, to: Date): string {
  const minutes = Math.floor(Math.abs(to.getTime() - from.getTime()) / MINUTE_MS);
  if (minutes < HOUR) return words.worklist.minutes(minutes);
  if (minutes < DAY) return words.worklist.hours(Math.floor(minutes / HOUR), minutes % HOUR);
  return words.worklist.days(Math.floor(minutes / DAY), Math.floor((minutes % DAY) / HOUR));
}

/** "today 16:00", "Wed 25 November 2026, 09:00": local time, as somebody reads it at `now`. */
export function whenIn(words: Words, language: Language, at: Date, now: Date): string {
  const time = timeIn(language, at);
  switch (daysBetween(now, at)) {
    case 0:
      return words.worklist.today(time);
    case 1:
      return words.worklist.tomorrow(time);
    case -1:
      return words.worklist.yesterday(time);
    default:
      return words.worklist.onDay(dayIn(language, at), time);
  }
}

/** What the clock says in words; null where none runs. */
export function dueText(words: Words, language: Language, dueAt: Date | null, now: Date): string | null {
  if (dueAt === null) return null;
  const span = spanBetween(words, now, dueAt);
  const when = whenIn(words, language, dueAt, now);
  return dueAt <= now ? words.worklist.overdueBy(span, when) : words.worklist.dueIn(span, when);
}

function daysBetween(from: Date, to: Date): number {
  return localDay(from).until(localDay(to)).days;
}

function localDay(at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate();
}
