import { type EpochMs, fromLocal, toLocal } from './london-time.ts';
import { isWorked, stepWorkingDays, type WorkingCalendar } from './working-calendar.ts';

/**
 * The instant at which `limitMs` of working time have passed. Clocks in the United Kingdom change early on a Sunday; on a
 * day that is worked, wall-clock time and elapsed time between opening and closing are the same, and whole days can be
 * counted off at once.
 */
export function afterWorkingTime(calendar: WorkingCalendar, from: EpochMs, limitMs: number): EpochMs {
  const { opens, closes } = calendar;
  const { day, msOfDay } = toLocal(from);
  const leftToday = isWorked(calendar, day) ? openFrom(calendar, msOfDay) : 0;
  if (limitMs <= leftToday) return from + Math.max(opens - msOfDay, 0) + limitMs;

  const daysNeeded = Math.ceil((limitMs - leftToday) / (closes - opens));
  const lastDay = stepWorkingDays(calendar, day, daysNeeded);
  const onLastDay = limitMs - leftToday - (daysNeeded - 1) * (closes - opens);
  return fromLocal(lastDay, opens + onLastDay);
}

/** Working time, in milliseconds, from one instant to a later one; 0 when it is not later. Throws as `isWorkingDay` does. */
export function workingTimeBetween(calendar: WorkingCalendar, from: EpochMs, to: EpochMs): number {
  if (to <= from) return 0;
  const [first, last] = [toLocal(from), toLocal(to)];
  let total = 0;
  for (let day = first.day; day <= last.day; day += 1) {
    if (!isWorked(calendar, day)) continue;
    const openAtStart = day === first.day ? openFrom(calendar, first.msOfDay) : calendar.closes - calendar.opens;
    total += openAtStart - (day === last.day ? openFrom(calendar, last.msOfDay) : 0);
  }
  return total;
}

/** The last instant up to `at` at which somebody was in the office: `at` itself, or when it last closed. */
export function lastOpenAt(calendar: WorkingCalendar, at: EpochMs): EpochMs {
  const { day, msOfDay } = toLocal(at);
  if (isWorked(calendar, day) && msOfDay >= calendar.opens) return fromLocal(day, Math.min(msOfDay, calendar.closes));
  let before = day - 1;
  while (!isWorked(calendar, before)) before -= 1;
  return fromLocal(before, calendar.closes);
}

/** How long the office is still open on a worked day, from a time of that day. */
function openFrom({ opens, closes }: WorkingCalendar, msOfDay: number): number {
  return closes - Math.min(Math.max(msOfDay, opens), closes);
}
