import { bankHolidays } from './bank-holidays.data.ts';
import { parseOpeningHours, type OpeningHours } from './opening-hours.ts';
import { DIVISIONS, type Division } from './division.ts';
import { CalendarRangeError, DeadlineInputError } from './errors.ts';
import { type DayNumber, formatIsoDate, type IsoDate, isWeekend, parseIsoDate } from './local-day.ts';
import { TIME_ZONE } from './london-time.ts';

/**
 * What a receipt after close, or on a day that is not worked, counts as for working-day clocks: received that
 * `same_day` (the default convention) or at the `next_opening` (some authorities). Source: domain pack 2.6.
 */
export type ReceivedOutsideHours = 'same_day' | 'next_opening';

const OUTSIDE_HOURS_RULES: readonly ReceivedOutsideHours[] = ['same_day', 'next_opening'];

/** An authority's choices about its working days. Times are wall-clock `HH:MM` in London. */
export interface WorkingCalendarOptions {
  /** Local days on which this authority does not work besides weekends and bank holidays (Scottish local holidays). */
  readonly extraClosedOn?: readonly IsoDate[];
  /** Start of the working hours; 09:00 when absent. Only `working_hours` clocks use it. */
  readonly opensAt?: string;
  /** Close of business. When absent, day clocks end at 23:59 and `working_hours` clocks stop at 17:00. */
  readonly closesAt?: string;
  readonly receivedOutsideHours: ReceivedOutsideHours;
  /**
   * What to do with days for which no bank holidays are held: refuse them (the default), or count weekends alone. The
   * second can only make a clock end sooner, so a service that must take a referral whatever the date chooses it.
   */
  readonly beyondHolidays?: 'refuse' | 'weekends_only';
}

/** The days and hours one authority works. Immutable: build it once with `workingCalendar` and share it. */
export interface WorkingCalendar extends OpeningHours {
  readonly division: Division;
  readonly timeZone: typeof TIME_ZONE;
  readonly receivedOutsideHours: ReceivedOutsideHours;
  readonly beyondHolidays: 'refuse' | 'weekends_only';
  /** First and last day for which bank holidays are held. */
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  readonly closedDays: ReadonlySet<DayNumber>;
}

/** The whole years, first to last day inclusive, for which bank holidays are held. */
export interface CalendarRange {
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

/** The days for which working-day questions about a division can be answered; any other throws `CalendarRangeError`. */
export function calendarRange(division: Division): CalendarRange {
  const days = bankHolidays[division].map((holiday) => holiday.date).sort();
  return { firstDay: `${yearOf(days.at(0))}-01-01`, lastDay: `${yearOf(days.at(-1))}-12-31` };
}

/** The working calendar of one authority; throws `DeadlineInputError` naming the option that is wrong. */
export function workingCalendar(division: Division, options: WorkingCalendarOptions): WorkingCalendar {
  if (!DIVISIONS.includes(division)) {
    throw new DeadlineInputError(`"${division}" is not a bank-holiday division: ${DIVISIONS.join(', ')}`);
  }
  if (!OUTSIDE_HOURS_RULES.includes(options.receivedOutsideHours)) {
    throw new DeadlineInputError(`receivedOutsideHours is neither ${OUTSIDE_HOURS_RULES.join(' nor ')}`);
  }
  const range = calendarRange(division);
  const closed = [...bankHolidays[division].map((holiday) => holiday.date), ...(options.extraClosedOn ?? [])];
  return Object.freeze({
    ...parseOpeningHours(options.opensAt, options.closesAt),
    division,
    timeZone: TIME_ZONE,
    receivedOutsideHours: options.receivedOutsideHours,
    beyondHolidays: options.beyondHolidays ?? 'refuse',
    firstDay: parseIsoDate(range.firstDay),
    lastDay: parseIsoDate(range.lastDay),
    closedDays: new Set(closed.map(parseIsoDate)),
  });
}

/**
 * Whether the authority works on a local day. Throws `CalendarRangeError` outside `calendarRange`,
 * `DeadlineInputError` for a malformed day.
 */
export function isWorkingDay(calendar: WorkingCalendar, date: IsoDate): boolean {
  return isWorked(calendar, parseIsoDate(date));
}

/**
 * The local day that is working day `n` after `day0`, the day of receipt: day 1 is the next working day, and 0 gives
 * `day0` itself. Source: domain pack 2.6. Throws as `isWorkingDay` does, also for an `n` that is not a whole number from 0.
 */
export function addWorkingDays(calendar: WorkingCalendar, day0: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n) || n < 0) {
    throw new DeadlineInputError(`${n} is not a whole number of working days`);
  }
  return formatIsoDate(stepWorkingDays(calendar, parseIsoDate(day0), n));
}

export function isWorked(calendar: WorkingCalendar, day: DayNumber): boolean {
  assertHeld(calendar, day);
  return !isWeekend(day) && !calendar.closedDays.has(day);
}

export function stepWorkingDays(calendar: WorkingCalendar, day0: DayNumber, n: number): DayNumber {
  assertHeld(calendar, day0);
  let day = day0;
  for (let left = n; left > 0;) {
    day += 1;
    if (isWorked(calendar, day)) left -= 1;
  }
  return day;
}

function assertHeld(calendar: WorkingCalendar, day: DayNumber): void {
  if (calendar.beyondHolidays === 'weekends_only') return;
  if (day < calendar.firstDay || day > calendar.lastDay) {
    const held = { firstDay: formatIsoDate(calendar.firstDay), lastDay: formatIsoDate(calendar.lastDay) };
    throw new CalendarRangeError(calendar.division, formatIsoDate(day), held);
  }
}

function yearOf(date: IsoDate | undefined): string {
  return (date ?? '').slice(0, 4);
}
