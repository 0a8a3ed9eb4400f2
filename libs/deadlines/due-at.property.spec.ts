import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bankHolidays } from './bank-holidays.data.ts';
import type { ClockRule } from './clock-rule.ts';
import { DIVISIONS, type Division } from './division.ts';
import { dueAfterWorkingDays, dueAt } from './due-at.ts';
import { CalendarRangeError } from './errors.ts';
import { calendarRange, type ReceivedOutsideHours, workingCalendar } from './working-calendar.ts';

/*
 * The oracle is slow and simple on purpose: it walks real time minute by minute and asks the platform's own time-zone
 * data, through Intl, what the wall in London shows. It shares no arithmetic with the library, only the holidays.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TABLE_FROM = Date.parse('2018-12-25T00:00Z');
const TABLE_TO = Date.parse('2029-03-25T00:00Z');
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
const clockChanges = wall.flatMap(({ hour }, index) =>
  index > 0 && hour !== ((wall[index - 1]?.hour ?? 0) + 1) % 24 ? [TABLE_FROM + index * HOUR] : [],
);

interface Authority {
  readonly division: Division;
  readonly receivedOutsideHours: ReceivedOutsideHours;
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly extraClosedOn: readonly string[];
}
type Due = number | 'outside';

const workedDays = new Map<string, ReadonlySet<string>>();
function daysWorkedBy({ division, extraClosedOn }: Authority): ReadonlySet<string> {
  const key = [division, ...extraClosedOn].join();
  const known = workedDays.get(key);
  if (known !== undefined) return known;
  const closed = new Set([...bankHolidays[division].map(({ date }) => date), ...extraClosedOn]);
  const dates = [...new Set(wall.map(({ date }) => date))];
  const worked = new Set(
    dates.filter((date) => !closed.has(date) && !['Sat', 'Sun'].includes(weekday.format(Date.parse(`${date}T12:00Z`)))),
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

/** Counts changes of date, only those that `counts`, and then waits for the clock to show the close of business. */
function slowDays(
  from: number,
  n: number,
  authority: Authority,
  years: [string, string],
  counts: (date: string) => boolean,
): Due {
  const close = minutes(authority.closesAt ?? '23:59');
  let today: string | undefined;
  let counted = 0;
  return walk(from, years, (date, minuteOfDay) => {
    if (today !== undefined && date !== today && counts(date)) counted += 1;
    today = date;
    return counted === n && minuteOfDay === close;
  });
}

function slowWorkingDays(authority: Authority, receivedAt: number, n: number): Due {
  const worked = daysWorkedBy(authority);
  const close = minutes(authority.closesAt ?? '23:59');
  let from: Due = wholeMinute(receivedAt);
  if (authority.receivedOutsideHours === 'next_opening') {
    from = walk(from, held(authority), (date, minuteOfDay, at) => {
      const isJustLate = minuteOfDay === close && at < receivedAt;
      return worked.has(date) && minuteOfDay <= close && !isJustLate;
    });
  }
  return from === 'outside' ? from : slowDays(from, n, authority, held(authority), (date) => worked.has(date));
}

/** Adds up the working time in every minute passed; the first minute is only as long as what was left of it. */
function slowWorkingHours(authority: Authority, startedAt: number, hours: number): Due {
  const worked = daysWorkedBy(authority);
  const opens = minutes(authority.opensAt ?? '09:00');
  const closes = minutes(authority.closesAt ?? '17:00');
  let left = hours * HOUR;
  const lastMinute = walk(wholeMinute(startedAt), held(authority), (date, minuteOfDay, at) => {
    if (minuteOfDay >= opens && minuteOfDay < closes && worked.has(date)) left -= at + MINUTE - Math.max(at, startedAt);
    return left <= 0;
  });
  return lastMinute === 'outside' ? lastMinute : lastMinute + MINUTE + left;
}

function slowElapsedHours(startedAt: number, hours: number): Due {
  let passed = 0;
  const end = walk(wholeMinute(startedAt), EVER, () => passed++ === hours * 60);
  return end === 'outside' ? end : end + (startedAt - wholeMinute(startedAt));
}

function slowDueAt(authority: Authority, rule: Exclude<ClockRule, { kind: 'event' }>, startedAt: number): Due {
  switch (rule.kind) {
    case 'working_days':
      return slowWorkingDays(authority, startedAt, rule.limit);
    case 'calendar_days':
      return slowDays(wholeMinute(startedAt), rule.limit, authority, EVER, () => true);
    case 'elapsed_hours':
      return slowElapsedHours(startedAt, rule.limit);
    case 'working_hours':
      return slowWorkingHours(authority, startedAt, rule.limit);
  }
}

function orOutside<T>(answer: () => T): T | 'outside' {
  try {
    return answer();
  } catch (error: unknown) {
    if (error instanceof CalendarRangeError) return 'outside';
    throw error;
  }
}

const HOURS = [
  {},
  { opensAt: '08:30', closesAt: '17:30' },
  { opensAt: '10:00', closesAt: '20:00' },
  { opensAt: '00:00', closesAt: '23:59' },
];
const anyHabits = fc.record({
  hours: fc.constantFrom(...HOURS),
  receivedOutsideHours: fc.constantFrom<ReceivedOutsideHours[]>('same_day', 'next_opening'),
  extraClosedOn: fc.constantFrom<string[][]>(
    [],
    ['2024-12-24', '2026-04-02', '2026-10-26', '2027-03-30', '2028-12-27'],
  ),
});
const anyRule = fc.oneof(
  fc.record({ kind: fc.constant('working_days' as const), limit: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ kind: fc.constant('calendar_days' as const), limit: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('elapsed_hours' as const), limit: fc.integer({ min: 1, max: 400 }).map((n) => n / 4) }),
  fc.record({ kind: fc.constant('working_hours' as const), limit: fc.integer({ min: 1, max: 240 }).map((n) => n / 4) }),
);

/** Times of day that matter come up often: to the millisecond, on the minute, on the quarter of an hour. */
function atAnyPrecision(start: fc.Arbitrary<number>): fc.Arbitrary<number> {
  return fc
    .tuple(start, fc.constantFrom(1, MINUTE, 15 * MINUTE))
    .map(([at, precision]) => Math.floor(at / precision) * precision);
}

const tenYears = { min: Date.parse('2018-12-31T00:00Z'), max: Date.parse('2028-12-31T23:59Z') };
const anyStart = atAnyPrecision(fc.noBias(fc.integer(tenYears)));

function startAround(instants: readonly number[], days: number): fc.Arbitrary<number> {
  const distance = fc.noBias(fc.integer({ min: -days * DAY, max: days * DAY }));
  return atAnyPrecision(fc.tuple(fc.constantFrom(...instants), distance).map(([at, away]) => at + away));
}

/** Compares the library with the oracle in all three calendars; on failure fast-check prints the seed and the case. */
function agreesWithOracle(starts: fc.Arbitrary<number>, numRuns: number): void {
  const property = fc.property(starts, anyRule, anyHabits, (startedAt, rule, { hours, ...habits }) => {
    for (const division of DIVISIONS) {
      const authority: Authority = { division, ...hours, ...habits };
      const calendar = workingCalendar(division, authority);
      const slow = slowDueAt(authority, rule, startedAt);

      const expected = slow === 'outside' ? slow : { kind: 'due', at: slow };
      expect(orOutside(() => dueAt(calendar, rule, startedAt))).toEqual(expected);
      if (rule.kind !== 'working_days') continue;
      expect(orOutside(() => dueAfterWorkingDays(calendar, startedAt, rule.limit))).toBe(slow);
    }
  });
  fc.assert(property, { numRuns });
}

describe('every clock agrees with a minute-by-minute walk', () => {
  const easterAndChristmas = DIVISIONS.flatMap((division) => bankHolidays[division])
    .filter(({ title }) => /good friday|christmas/i.test(title))
    .map(({ date }) => Date.parse(`${date}T12:00Z`));

  it('whose table holds the two clock changes of each year', () => {
    expect(clockChanges.length).toBe(20);
    expect(clockChanges).toEqual(
      expect.arrayContaining([Date.parse('2026-03-29T01:00Z'), Date.parse('2026-10-25T01:00Z')]),
    );
  });

  it('from anywhere in ten years', () => {
    agreesWithOracle(anyStart, 800);
  });

  it('from the days around both clock changes', () => {
    agreesWithOracle(startAround(clockChanges, 4), 500);
  });

  it('from the hours around both clock changes', () => {
    agreesWithOracle(startAround(clockChanges, 0.25), 500);
  });

  it('from the days around Easter and Christmas', () => {
    agreesWithOracle(startAround(easterAndChristmas, 7), 500);
  });
});
