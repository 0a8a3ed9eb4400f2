import { describe, expect, it } from '@jest/globals';
import type { ClockRule } from './clock-rule.ts';
import { dueAt } from './due-at.ts';
import { DeadlineInputError } from './errors.ts';
import { workingCalendar } from './working-calendar.ts';
import { lastOpenAt, workingTimeBetween } from './working-time.ts';

const england = workingCalendar('england-and-wales', { receivedOutsideHours: 'same_day' });
const scotland = workingCalendar('scotland', { receivedOutsideHours: 'same_day' });

/** Times as a wall in London shows them in summer. */
function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+01:00`);
}

function dueIn(
  calendar: typeof england,
  rule: ClockRule,
  start: string,
  ...pauses: readonly [string, string][]
): string {
  const course = { pauses: pauses.map(([from, to]) => ({ from: at(from), to: at(to) })) };
  const due = dueAt(calendar, rule, at(start), course);
  return due.kind === 'due' ? new Date(due.at + 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : 'never';
}

const days = (limit: number): ClockRule => ({ kind: 'working_days', limit });

describe('a clock that stood still', () => {
  it('loses no working day to a pause that was over before business closed', () => {
    expect(dueIn(england, days(2), '2026-06-01 10:00', ['2026-06-02 10:00', '2026-06-02 11:00'])).toBe(
      '2026-06-03 23:59',
    );
  });

  it('has the working days that were left when it goes on', () => {
    const pause: [string, string] = ['2026-06-02 10:00', '2026-06-04 10:00'];
    expect(dueIn(england, days(2), '2026-06-01 10:00', pause)).toBe('2026-06-05 23:59');
  });

  it('loses nothing to a pause over days that are not worked', () => {
    const pause: [string, string] = ['2026-06-13 00:00', '2026-06-16 09:00'];
    expect(dueIn(england, days(1), '2026-06-12 10:00', pause)).toBe('2026-06-16 23:59');
    expect(dueIn(scotland, days(1), '2026-06-12 10:00', pause)).toBe('2026-06-16 23:59');
  });

  it('with a limit of the same day ends on the first day at whose close it ran', () => {
    const pause: [string, string] = ['2026-06-05 12:00', '2026-06-06 12:00'];
    expect(dueIn(england, days(0), '2026-06-05 10:00', pause)).toBe('2026-06-08 23:59');
    expect(dueIn(england, { kind: 'calendar_days', limit: 0 }, '2026-06-05 10:00', pause)).toBe('2026-06-06 23:59');
  });

  it('adds to hours the time in which it stood still, and of working hours only the worked part', () => {
    const pause: [string, string] = ['2026-06-05 16:00', '2026-06-08 10:00'];
    expect(dueIn(england, { kind: 'elapsed_hours', limit: 4 }, '2026-06-05 14:00', pause)).toBe('2026-06-08 12:00');
    expect(dueIn(england, { kind: 'working_hours', limit: 4 }, '2026-06-05 14:00', pause)).toBe('2026-06-08 12:00');
    expect(dueIn(england, { kind: 'working_hours', limit: 4 }, '2026-06-05 14:00')).toBe('2026-06-08 10:00');
  });

  it('does not come to life again when it is paused at the moment it runs out, or later', () => {
    const rule: ClockRule = { kind: 'elapsed_hours', limit: 4 };
    expect(dueIn(england, rule, '2026-06-05 10:00', ['2026-06-05 14:00', '2026-06-06 14:00'])).toBe('2026-06-05 14:00');
    expect(dueIn(england, days(1), '2026-06-01 10:00', ['2026-06-02 23:59', '2026-06-09 10:00'])).toBe(
      '2026-06-02 23:59',
    );
  });

  it('never keeps an event waiting', () => {
    const course = {
      eventAt: at('2026-06-05 15:30'),
      pauses: [{ from: at('2026-06-05 11:00'), to: at('2026-06-06 11:00') }],
    };
    expect(dueAt(england, { kind: 'event' }, at('2026-06-05 10:00'), course)).toEqual({
      kind: 'due',
      at: course.eventAt,
    });
  });

  it('counts months to the same day, or to the last of a shorter month', () => {
    expect(dueIn(england, { kind: 'calendar_months', limit: 3 }, '2026-05-31 10:00')).toBe('2026-08-31 23:59');
    expect(dueIn(england, { kind: 'calendar_months', limit: 1 }, '2026-08-31 10:00')).toBe('2026-09-30 23:59');
    expect(
      dueIn(england, { kind: 'calendar_months', limit: 1 }, '2026-08-31 10:00', [
        '2026-09-01 10:00',
        '2026-09-03 10:00',
      ]),
    ).toBe('2026-10-02 23:59');
  });

  it.each<[string, [string, string][]]>([
    ['begin before it', [['2026-06-01 09:00', '2026-06-01 11:00']]],
    ['run backwards', [['2026-06-02 12:00', '2026-06-02 11:00']]],
    [
      'overlap',
      [
        ['2026-06-02 10:00', '2026-06-02 12:00'],
        ['2026-06-02 11:00', '2026-06-02 13:00'],
      ],
    ],
  ])('is refused pauses that %s', (_, pauses) => {
    expect(() => dueIn(england, days(1), '2026-06-01 10:00', ...pauses)).toThrow(DeadlineInputError);
  });
});

describe('working time', () => {
  it('between two instants is what the office was open', () => {
    expect(workingTimeBetween(england, at('2026-06-05 16:00'), at('2026-06-08 10:30'))).toBe(2.5 * 3_600_000);
    expect(workingTimeBetween(england, at('2026-06-08 10:30'), at('2026-06-05 16:00'))).toBe(0);
    expect(workingTimeBetween(scotland, at('2026-06-12 17:00'), at('2026-06-16 09:00'))).toBe(0);
  });

  it.each([
    ['2026-06-05 08:00', '2026-06-04 17:00'],
    ['2026-06-05 12:00', '2026-06-05 12:00'],
    ['2026-06-05 17:30', '2026-06-05 17:00'],
    ['2026-06-07 12:00', '2026-06-05 17:00'],
  ])('at %s was last at %s', (now, last) => {
    expect(lastOpenAt(england, at(now))).toBe(at(last));
  });
});
