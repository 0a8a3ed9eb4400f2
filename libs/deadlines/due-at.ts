import { assertHours, assertWholeDays, type ClockRule, unknownRule } from './clock-rule.ts';
import { type DayNumber, MS_PER_HOUR } from './local-day.ts';
import { assertEpochMs, type EpochMs, fromLocal, toLocal } from './london-time.ts';
import { isWorked, stepWorkingDays, type WorkingCalendar } from './working-calendar.ts';

/** When a clock ends: at an instant, or not yet known because the event it waits for has no time yet. */
export type DueTime = { readonly kind: 'due'; readonly at: EpochMs } | { readonly kind: 'awaiting_event' };

/**
 * When a clock that started at `startedAt` ends; never before it started, except that an `event` may already be past.
 *
 * The authority's `receivedOutsideHours` moves day 0 of working-day clocks only: elapsed and calendar clocks run from
 * the true time of receipt, working hours from the next time the office is open.
 *
 * Throws `CalendarRangeError` when working days or hours leave the bank holidays held, `DeadlineInputError` for a
 * malformed limit or instant. Source: domain pack 2.6, 4.3.
 */
export function dueAt(calendar: WorkingCalendar, rule: ClockRule, startedAt: EpochMs, eventAt?: EpochMs): DueTime {
  switch (rule.kind) {
    case 'working_days':
      return due(dueAfterWorkingDays(calendar, startedAt, rule.limit));
    case 'calendar_days':
      return due(dueAfterCalendarDays(calendar, startedAt, rule.limit));
    case 'elapsed_hours':
      return due(assertEpochMs(startedAt) + Math.round(assertHours(rule.limit) * MS_PER_HOUR));
    case 'working_hours':
      return due(dueAfterWorkingHours(calendar, startedAt, rule.limit));
    case 'event':
      return eventAt === undefined ? { kind: 'awaiting_event' } : due(assertEpochMs(eventAt));
    default:
      return unknownRule(rule);
  }
}

/**
 * Close of business (23:59:00 in London unless the calendar says otherwise) on working day `n` after receipt.
 * Throws as `dueAt` does. Source: domain pack 2.6.
 */
export function dueAfterWorkingDays(calendar: WorkingCalendar, receivedAt: EpochMs, n: number): EpochMs {
  const lastDay = stepWorkingDays(calendar, dayOfReceipt(calendar, receivedAt), assertWholeDays(n));
  return closeOf(calendar, lastDay, receivedAt);
}

function dueAfterCalendarDays(calendar: WorkingCalendar, startedAt: EpochMs, n: number): EpochMs {
  return closeOf(calendar, toLocal(startedAt).day + assertWholeDays(n), startedAt);
}

/** A limit of 0 days that starts after close ends as it starts: a clock never ends before it began. */
function closeOf(calendar: WorkingCalendar, day: DayNumber, startedAt: EpochMs): EpochMs {
  return Math.max(startedAt, fromLocal(day, calendar.closeOfBusiness));
}

function dayOfReceipt(calendar: WorkingCalendar, receivedAt: EpochMs): DayNumber {
  const { day, msOfDay } = toLocal(receivedAt);
  if (calendar.receivedOutsideHours === 'same_day') return day;
  const isInTime = isWorked(calendar, day) && msOfDay <= calendar.closeOfBusiness;
  return isInTime ? day : stepWorkingDays(calendar, day, 1);
}

/**
 * Clocks in the United Kingdom change early on a Sunday, never on a working day, so within a day's working hours
 * wall-clock time and elapsed time are the same and whole days can be counted off at once.
 */
function dueAfterWorkingHours(calendar: WorkingCalendar, startedAt: EpochMs, hours: number): EpochMs {
  const { opens, closes } = calendar;
  const limit = Math.round(assertHours(hours) * MS_PER_HOUR);
  const { day, msOfDay } = toLocal(startedAt);
  const openFor = (from: number): number => closes - Math.min(Math.max(from, opens), closes);
  const leftToday = isWorked(calendar, day) ? openFor(msOfDay) : 0;
  if (limit <= leftToday) return startedAt + Math.max(opens - msOfDay, 0) + limit;

  const daysNeeded = Math.ceil((limit - leftToday) / (closes - opens));
  const lastDay = stepWorkingDays(calendar, day, daysNeeded);
  const onLastDay = limit - leftToday - (daysNeeded - 1) * (closes - opens);
  return fromLocal(lastDay, opens + onLastDay);
}

function due(at: EpochMs): DueTime {
  return { kind: 'due', at };
}
