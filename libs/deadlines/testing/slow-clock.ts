import { bankHolidays } from '../bank-holidays.data.ts';
import type { ClockRule } from '../clock-rule.ts';
import type { Division } from '../division.ts';
import type { Pause } from '../pause.ts';
import { calendarRange, type ReceivedOutsideHours } from '../working-calendar.ts';

/*
 * The oracle is slow and simple on purpose: it walks real time minute by minute and asks the platform's own time-zone
 * data, through Intl, what the wall in London shows. It shares no arithmetic with the library, only the holidays.
 */

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const TABLE_FROM = Date.parse('2018-12-25T00:00Z');
const TABLE_TO = Date.parse('2029-08-01T00:00Z');
const londonWall = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'Europe/London' });

/** What the wall shows at the start of each hour of real time. The whole table is checked to turn the hour on the hour. */
const wall: { date: string; hour: number }[] = [];
for (let at = TABLE_FROM; at < TABLE_TO; at += HOUR) {
  const shown = londonWall.format(at);
  if (londonWall.format(at + HOUR - MINUTE) !== `${shown.slice(0, -2)}59`) throw new Error(`no whole hour at ${shown}`);
  // One string object a day, so that the walk compares dates by identity.
  const dateBefore = wall.at(-1)?.date;
  wall.push({
    date: dateBefore !== undefined && shown.startsWith(dateBefore) ? dateBefore : shown.slice(0, 10),
    hour: Number(shown.slice(11, 13)),
  });
}
const allDates: ReadonlySet<string> = new Set(wall.map(({ date }) => date));
function dateAt(at: number): string {
  return wall[Math.floor((at - TABLE_FROM) / HOUR)]?.date ?? '';
}
/** The instants at which clocks in London change, two a year. */
export const clockChanges = wall
  .flatMap(({ hour }, index) =>
    index > 0 && hour !== ((wall[index - 1]?.hour ?? 0) + 1) % 24 ? [TABLE_FROM + index * HOUR] : [],
  )
  .filter((at) => at < Date.parse('2029-01-01T00:00Z'));

export interface Authority {
  readonly division: Division;
  readonly receivedOutsideHours: ReceivedOutsideHours;
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly extraClosedOn: readonly string[];
}
/** Whose clock it is and when it stands still. */
export interface Course {
  readonly authority: Authority;
  readonly pauses: readonly Pause[];
}
export type Due = number | 'outside';
type Counts = (date: string) => boolean;

const workedDays = new Map<string, ReadonlySet<string>>();
function daysWorkedBy({ division, extraClosedOn }: Authority): ReadonlySet<string> {
  const key = [division, ...extraClosedOn].join();
  const known = workedDays.get(key);
  if (known !== undefined) return known;
  const closed = new Set([...bankHolidays[division].map(({ date }) => date), ...extraClosedOn]);
  const worked = new Set(
    [...allDates].filter(
      (date) => !closed.has(date) && !['Sat', 'Sun'].includes(weekday.format(Date.parse(`${date}T12:00Z`))),
    ),
  );
  workedDays.set(key, worked);
  return worked;
}

/** Walks on from a minute until `isOver`, and gives that minute; 'outside' when the walk leaves the years given. */
function walk(
  from: number,
  [firstDay, lastDay]: [string, string],
  isOver: (date: string, minuteOfDay: number, at: number) => boolean,
): Due {
  let at = from;
  while (at < TABLE_TO) {
    const { date, hour } = wall[Math.floor((at - TABLE_FROM) / HOUR)] ?? { date: '', hour: 0 };
    if (date < firstDay || date > lastDay) return 'outside';
    for (let minute = (at / MINUTE) % 60; minute < 60; minute += 1, at += MINUTE) {
      if (isOver(date, hour * 60 + minute, at)) return at;
    }
  }
  throw new Error('the table of the oracle is too short');
}

const EVER: [string, string] = ['', '9999'];
function held({ division }: Authority): [string, string] {
  const { firstDay, lastDay } = calendarRange(division);
  return [firstDay, lastDay];
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function wholeMinute(at: number): number {
  return Math.floor(at / MINUTE) * MINUTE;
}

/** Whether a clock stands still at an instant; at the end of a pause it stood still up to then. */
function standsStill(pauses: readonly Pause[], at: number): boolean {
  return pauses.some(({ from, to }) => from < at && at <= to);
}

/** Counts closes of business of days after the first that `counts`, only those to which the clock ran, until there are n. */
function slowDays(
  walkedFrom: number,
  n: number,
  { authority, pauses }: Course,
  years: [string, string],
  counts: Counts,
): Due {
  const close = minutes(authority.closesAt ?? '23:59');
  let firstDay: string | undefined;
  let counted = 0;
  return walk(walkedFrom, years, (date, minuteOfDay, at) => {
    firstDay ??= date;
    if (minuteOfDay !== close || standsStill(pauses, at)) return false;
    if (date !== firstDay && counts(date)) counted += 1;
    return counted === n && (n === 0 ? date === firstDay || counts(date) : date !== firstDay && counts(date));
  });
}

/** The date so many months on, found by counting up months and then going back from the 31st to a day that exists. */
function slowMonths(date: string, months: number): string {
  let [year = 0, month = 0] = date.split('-').map(Number);
  for (let passed = 0; passed < months; passed += 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  for (let day = Number(date.slice(8)); ; day -= 1) {
    const wanted = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (allDates.has(wanted)) return wanted;
  }
}

function slowWorkingDays({ authority, pauses }: Course, receivedAt: number, n: number): Due {
  const worked = daysWorkedBy(authority);
  const close = minutes(authority.closesAt ?? '23:59');
  let from: Due = wholeMinute(receivedAt);
  if (authority.receivedOutsideHours === 'next_opening') {
    from = walk(from, held(authority), (date, minuteOfDay, at) => {
      const isJustLate = minuteOfDay === close && at < receivedAt;
      return worked.has(date) && minuteOfDay <= close && !isJustLate;
    });
  }
  if (from === 'outside') return from;
  return slowDays(from, n, { authority, pauses }, held(authority), (date) => worked.has(date));
}

/** How much of the minute from `at` the clock ran, up to when it had run for `left`; and when that was. */
function runIn(at: number, startedAt: number, left: number, pauses: readonly Pause[]): { ran: number; end: number } {
  let [ran, now] = [0, Math.max(at, startedAt)];
  const isWhole = left > MINUTE && pauses.every(({ from, to }) => to <= now || from >= at + MINUTE);
  if (isWhole) return { ran: at + MINUTE - now, end: at + MINUTE };
  for (const { from, to } of [...pauses, { from: Infinity, to: Infinity }]) {
    const until = Math.min(Math.max(from, now), at + MINUTE);
    if (until - now >= left - ran) return { ran: left, end: now + left - ran };
    ran += until - now;
    now = Math.min(Math.max(now, to), at + MINUTE);
  }
  return { ran, end: at + MINUTE };
}

/** Adds up the time in every minute that `counts`, without what the clock stood still. */
function slowHours(
  { pauses }: Course,
  startedAt: number,
  hours: number,
  years: [string, string],
  counts: (date: string, minuteOfDay: number) => boolean,
): Due {
  let left = hours * HOUR;
  let end = startedAt;
  const last = walk(wholeMinute(startedAt), years, (date, minuteOfDay, at) => {
    if (!counts(date, minuteOfDay)) return false;
    const passed = runIn(at, startedAt, left, pauses);
    left -= passed.ran;
    end = passed.end;
    return left <= 0;
  });
  return last === 'outside' ? last : end;
}

function slowWorkingHours(course: Course, startedAt: number, hours: number): Due {
  const { authority } = course;
  const worked = daysWorkedBy(authority);
  const opens = minutes(authority.opensAt ?? '09:00');
  const closes = minutes(authority.closesAt ?? '17:00');
  const isOpen = (date: string, minute: number): boolean => minute >= opens && minute < closes && worked.has(date);
  return slowHours(course, startedAt, hours, held(authority), isOpen);
}

/** When a clock ends, walked minute by minute; 'outside' where the walk leaves the days whose holidays are held. */
export function slowDueAt(course: Course, rule: Exclude<ClockRule, { kind: 'event' }>, startedAt: number): Due {
  const always = (): boolean => true;
  switch (rule.kind) {
    case 'working_days':
      return slowWorkingDays(course, startedAt, rule.limit);
    case 'calendar_days':
      return slowDays(wholeMinute(startedAt), rule.limit, course, EVER, always);
    case 'calendar_months': {
      const from = wholeMinute(startedAt);
      const end = slowMonths(dateAt(from), rule.limit);
      const days = [...allDates].filter((date) => date > dateAt(from) && date <= end).length;
      return slowDays(from, days, course, EVER, always);
    }
    case 'elapsed_hours':
      return slowHours(course, startedAt, rule.limit, EVER, always);
    case 'working_hours':
      return slowWorkingHours(course, startedAt, rule.limit);
  }
}
