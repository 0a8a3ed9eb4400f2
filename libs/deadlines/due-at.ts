import { assertHours, assertWholeDays, type ClockRule, unknownRule } from './clock-rule.ts';
import { addMonths, type DayNumber, MS_PER_HOUR } from './local-day.ts';
import { assertEpochMs, type EpochMs, fromLocal, toLocal } from './london-time.ts';
import { assertPauses, type Pause, stoodStillAt, usedUpAround } from './pause.ts';
import { isWorked, stepWorkingDays, type WorkingCalendar } from './working-calendar.ts';
import { afterWorkingTime, workingTimeBetween } from './working-time.ts';

/** When a clock ends: at an instant, or not yet known because the event it waits for has no time yet. */
export type DueTime = { readonly kind: 'due'; readonly at: EpochMs } | { readonly kind: 'awaiting_event' };

/** What moves the end of a clock besides its rule: the time of an event; when it stood still, in order, no pause open. */
export interface ClockCourse {
  readonly eventAt?: EpochMs;
  readonly pauses?: readonly Pause[];
}

/**
 * When a clock that started at `startedAt` ends; never before it started, except that an `event` may already be past.
 *
 * The authority's `receivedOutsideHours` moves day 0 of working-day clocks only: elapsed and calendar clocks run from
 * the true time of receipt, working hours from the next time the office is open. After a pause a clock goes on with what
 * was left: of hours to the millisecond, of days with every day at whose close it ran. An event does not wait.
 *
 * Throws `CalendarRangeError` when working days or hours leave the bank holidays held, `DeadlineInputError` for a
 * malformed limit, instant or pause. Source: domain pack 2.6, 4.3.
 */
export function dueAt(
  calendar: WorkingCalendar,
  rule: ClockRule,
  startedAt: EpochMs,
  { eventAt, pauses = [] }: ClockCourse = {},
): DueTime {
  assertPauses(pauses, startedAt);
  switch (rule.kind) {
    case 'working_days':
      return due(afterWorkingDays(calendar, startedAt, rule.limit, pauses));
    case 'calendar_days':
      return due(afterDays(calendar, startedAt, assertWholeDays(rule.limit), pauses));
    case 'calendar_months':
      return due(afterDays(calendar, startedAt, daysInMonths(startedAt, rule.limit), pauses));
    case 'elapsed_hours':
      return due(usedUpAround(pauses, startedAt, msOf(rule.limit), ELAPSED));
    case 'working_hours':
      return due(usedUpAround(pauses, startedAt, msOf(rule.limit), workingTime(calendar)));
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
  return afterWorkingDays(calendar, receivedAt, n, []);
}

function afterWorkingDays(calendar: WorkingCalendar, from: EpochMs, n: number, pauses: readonly Pause[]): EpochMs {
  const day0 = dayOfReceipt(calendar, from);
  let day = stepWorkingDays(calendar, day0, assertWholeDays(n));
  if (pauses.length > 0)
    day = stepWhileRunning(calendar, day0, n, { pauses, next: (each) => stepWorkingDays(calendar, each, 1) });
  return closeOf(calendar, day, from);
}

function afterDays(calendar: WorkingCalendar, from: EpochMs, n: number, pauses: readonly Pause[]): EpochMs {
  const day0 = toLocal(from).day;
  const day =
    pauses.length === 0 ? day0 + n : stepWhileRunning(calendar, day0, n, { pauses, next: (each) => each + 1 });
  return closeOf(calendar, day, from);
}

interface Steps {
  readonly pauses: readonly Pause[];
  readonly next: (day: DayNumber) => DayNumber;
}

/** Day `n` after day 0, counting only days at whose close the clock ran. */
function stepWhileRunning(calendar: WorkingCalendar, day0: DayNumber, n: number, { pauses, next }: Steps): DayNumber {
  const stood = (day: DayNumber): boolean => stoodStillAt(pauses, fromLocal(day, calendar.closeOfBusiness));
  let day = day0;
  for (let left = n; left > 0;) {
    day = next(day);
    if (!stood(day)) left -= 1;
  }
  while (stood(day)) day = next(day);
  return day;
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

function daysInMonths(startedAt: EpochMs, months: number): number {
  const { day } = toLocal(startedAt);
  return addMonths(day, assertWholeDays(months)) - day;
}

const ELAPSED = {
  usedUpAt: (from: EpochMs, left: number): EpochMs => from + left,
  between: (from: EpochMs, to: EpochMs): number => to - from,
};

function workingTime(calendar: WorkingCalendar) {
  return {
    usedUpAt: (from: EpochMs, left: number): EpochMs => afterWorkingTime(calendar, from, left),
    between: (from: EpochMs, to: EpochMs): number => workingTimeBetween(calendar, from, to),
  };
}

function msOf(hours: number): number {
  return Math.round(assertHours(hours) * MS_PER_HOUR);
}

function due(at: EpochMs): DueTime {
  return { kind: 'due', at };
}
