/**
 * Deadlines: working-day calendars of the United Kingdom's three bank-holiday divisions, and the clocks that run on
 * them. Pure: time always arrives as an argument. Sources: domain pack 2.6, 2.7 and 4.3.
 */
export type { BankHoliday, BankHolidays } from './bank-holiday.ts';
export { bankHolidays, bankHolidaysAsAt } from './bank-holidays.data.ts';
export { type ClockRule, describeClockRule } from './clock-rule.ts';
export { DIVISIONS, type Division } from './division.ts';
export { type ClockCourse, dueAfterWorkingDays, dueAt, type DueTime } from './due-at.ts';
export { CalendarRangeError, DeadlineInputError } from './errors.ts';
export { instantOf } from './instant-of.ts';
export { isOpenAt } from './is-open-at.ts';
export { localDateOf } from './local-date.ts';
export type { IsoDate } from './local-day.ts';
export { type EpochMs, TIME_ZONE } from './london-time.ts';
export type { Pause } from './pause.ts';
export {
  addWorkingDays,
  calendarRange,
  type CalendarRange,
  isWorkingDay,
  type ReceivedOutsideHours,
  workingCalendar,
  type WorkingCalendar,
  type WorkingCalendarOptions,
} from './working-calendar.ts';
export { lastOpenAt, workingTimeBetween } from './working-time.ts';
