import type { Language } from '#domain';
import { localDateOf } from '#deadlines';
import { dayIn, timeIn } from '../pages/moments.ts';
import { lengthOf } from '../pages/lengths.ts';
import type { Words } from '../words/words.ts';

const DAY_MS = 24 * 60 * 60_000;

/** "2 h 10 min", "3 days 4 h": how long between two moments, to the minute up to a day. */
export function spanBetween(words: Words, from: Date, to: Date): string {
  const { days, hours, minutes } = lengthOf(Math.abs(to.getTime() - from.getTime()));
  if (days > 0) return words.worklist.days(days, hours);
  return hours > 0 ? words.worklist.hours(hours, minutes) : words.worklist.minutes(minutes);
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
  const [first, last] = [from, to].map((at) => Date.parse(localDateOf(at.getTime())));
  return ((last ?? 0) - (first ?? 0)) / DAY_MS;
}
