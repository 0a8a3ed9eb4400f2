import { describe, expect, it } from '@jest/globals';
import type { Division } from './division.ts';
import { dueAfterWorkingDays, dueAt } from './due-at.ts';
import { CalendarRangeError, DeadlineInputError } from './errors.ts';
import { addWorkingDays, calendarRange, isWorkingDay, workingCalendar } from './working-calendar.ts';

const CALENDARS = {
  'england-and-wales': workingCalendar('england-and-wales', { receivedOutsideHours: 'same_day' }),
  scotland: workingCalendar('scotland', { receivedOutsideHours: 'same_day' }),
  'northern-ireland': workingCalendar('northern-ireland', { receivedOutsideHours: 'same_day' }),
};

interface Vector {
  day0: string;
  kind: 'working_days' | 'calendar_days';
  limit: number;
  due: Partial<Record<Division, string>>;
}

function vector(day0: string, limit: number, ew: string, scotland?: string, ni?: string): Vector {
  const elsewhere = scotland === undefined || ni === undefined ? {} : { scotland, 'northern-ireland': ni };
  return { day0, kind: 'working_days', limit, due: { 'england-and-wales': ew, ...elsewhere } };
}

/** "Computed test vectors" of domain pack 2.6, row by row. */
const VECTORS: Vector[] = [
  vector('2026-04-02', 1, '2026-04-07', '2026-04-06', '2026-04-07'),
  vector('2026-06-12', 1, '2026-06-15', '2026-06-16', '2026-06-15'),
  vector('2026-08-28', 1, '2026-09-01', '2026-08-31', '2026-09-01'),
  vector('2026-12-24', 1, '2026-12-29', '2026-12-29', '2026-12-29'),
  vector('2025-12-31', 1, '2026-01-02', '2026-01-05', '2026-01-02'),
  vector('2026-07-10', 1, '2026-07-13', '2026-07-13', '2026-07-14'),
  vector('2026-03-16', 1, '2026-03-17', '2026-03-17', '2026-03-18'),
  vector('2026-05-02', 1, '2026-05-05', '2026-05-05', '2026-05-05'),
  vector('2026-03-23', 15, '2026-04-15', '2026-04-14', '2026-04-15'),
  vector('2026-03-23', 10, '2026-04-08', '2026-04-07', '2026-04-08'),
  vector('2025-12-01', 45, '2026-02-05', '2026-02-06', '2026-02-05'),
  vector('2025-12-01', 42, '2026-02-02'),
  vector('2026-04-13', 45, '2026-06-17', '2026-06-18', '2026-06-17'),
  vector('2026-06-01', 45, '2026-08-03', '2026-08-05', '2026-08-04'),
  vector('2026-06-01', 15, '2026-06-22', '2026-06-23', '2026-06-22'),
  { day0: '2026-03-02', kind: 'calendar_days', limit: 28, due: { scotland: '2026-03-30' } },
  { day0: '2026-12-11', kind: 'calendar_days', limit: 28, due: { scotland: '2027-01-08' } },
];
const CASES = VECTORS.flatMap(({ due, ...clock }) =>
  Object.entries(due).map(([division, day]) => ({ ...clock, division: division as Division, day })),
);

/** 23:59 in London on the day, told apart from 22:59Z by asking which of the two reads 23:59 there. */
function endOf(day: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });
  const inWinter = Date.parse(`${day}T23:59Z`);
  return clock.format(inWinter) === '23:59' ? inWinter : inWinter - 3_600_000;
}

describe('the test vectors of the domain pack', () => {
  it('are seventeen rows', () => {
    expect(VECTORS).toHaveLength(17);
  });

  it.each(CASES)('make $limit $kind after $day0 end on $day in $division', ({ day0, kind, limit, division, day }) => {
    const calendar = CALENDARS[division];
    const receivedAt = Date.parse(`${day0}T10:30Z`);

    expect(dueAt(calendar, { kind, limit }, receivedAt)).toEqual({ kind: 'due', at: endOf(day) });
    if (kind === 'working_days') {
      expect(addWorkingDays(calendar, day0, limit)).toBe(day);
      expect(dueAfterWorkingDays(calendar, receivedAt, limit)).toBe(endOf(day));
    }
  });
});

describe('a working day', () => {
  it('is neither a Saturday nor a Sunday', () => {
    const week = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];

    expect(week.map((day) => isWorkingDay(CALENDARS.scotland, day))).toEqual([true, false, false, true]);
  });

  it('is not the one-off holiday of 15 June 2026, in Scotland only', () => {
    const isWorked = Object.values(CALENDARS).map((calendar) => isWorkingDay(calendar, '2026-06-15'));

    expect(isWorked).toEqual([true, false, true]);
  });

  it('is not a local holiday of the authority', () => {
    const calendar = workingCalendar('scotland', { extraClosedOn: ['2026-09-25'], receivedOutsideHours: 'same_day' });

    expect(isWorkingDay(calendar, '2026-09-25')).toBe(false);
    expect(addWorkingDays(calendar, '2026-09-24', 1)).toBe('2026-09-28');
    expect(isWorkingDay(CALENDARS.scotland, '2026-09-25')).toBe(true);
  });

  it('is day 0 itself when no working days are added', () => {
    expect(addWorkingDays(CALENDARS.scotland, '2026-06-13', 0)).toBe('2026-06-13');
  });
});

describe('a day outside the bank holidays held', () => {
  const { 'england-and-wales': calendar } = CALENDARS;
  const { firstDay, lastDay } = calendarRange('england-and-wales');
  const dayAfter = `${Number(lastDay.slice(0, 4)) + 1}-01-01`;

  it('is any before 2019 and any after the last year', () => {
    expect(firstDay).toBe('2019-01-01');
    expect(isWorkingDay(calendar, firstDay)).toBe(false);
    expect(() => isWorkingDay(calendar, lastDay)).not.toThrow();
    expect(() => isWorkingDay(calendar, '2018-12-31')).toThrow(CalendarRangeError);
    expect(() => isWorkingDay(calendar, dayAfter)).toThrow(CalendarRangeError);
  });

  it('is refused as a day of receipt and as a due day, and named', () => {
    expect(() => addWorkingDays(calendar, '2018-12-31', 1)).toThrow(CalendarRangeError);
    expect(() => addWorkingDays(calendar, lastDay, 1)).toThrow(
      expect.objectContaining({ code: 'calendar_out_of_range', division: 'england-and-wales', day: dayAfter }),
    );
    expect(() => addWorkingDays(calendar, '2026-01-01', 10_000)).toThrow(
      `on ${dayAfter}: the data runs from 2019-01-01`,
    );
    expect(() => dueAfterWorkingDays(calendar, Date.parse(`${lastDay}T12:00Z`), 1)).toThrow(CalendarRangeError);
    expect(() => dueAfterWorkingDays(calendar, Date.parse('2018-12-31T12:00Z'), 1)).toThrow(CalendarRangeError);
  });
});

describe('malformed input', () => {
  const same = { receivedOutsideHours: 'same_day' } as const;

  it.each(['2026-02-30', '2026-2-3', '26-02-03', '2026-13-01', '2026-02-03T00:00Z', ''])(
    'refuses the day "%s"',
    (day) => {
      expect(() => isWorkingDay(CALENDARS.scotland, day)).toThrow(DeadlineInputError);
      expect(() => workingCalendar('scotland', { ...same, extraClosedOn: [day] })).toThrow(DeadlineInputError);
    },
  );

  it.each(['24:00', '9:00', '17', '17:60', ''])('refuses the time "%s"', (time) => {
    expect(() => workingCalendar('scotland', { ...same, closesAt: time })).toThrow(DeadlineInputError);
  });

  it('refuses hours that close before they open', () => {
    expect(() => workingCalendar('scotland', { ...same, opensAt: '17:00', closesAt: '09:00' })).toThrow(
      DeadlineInputError,
    );
    expect(() => workingCalendar('scotland', { ...same, opensAt: '18:00' })).toThrow('closesAt not set (17:00)');
  });

  it.each([-1, 1.5, Number.NaN, Infinity])('refuses %p working days', (n) => {
    expect(() => addWorkingDays(CALENDARS.scotland, '2026-01-05', n)).toThrow(DeadlineInputError);
    expect(() => dueAfterWorkingDays(CALENDARS.scotland, 0, n)).toThrow(DeadlineInputError);
  });

  it('refuses a division or a convention that does not exist', () => {
    expect(() => workingCalendar('wales' as Division, same)).toThrow(DeadlineInputError);
    expect(() => workingCalendar('scotland', { receivedOutsideHours: 'never' as 'same_day' })).toThrow(
      DeadlineInputError,
    );
  });
});
