import { describe, expect, it } from '@jest/globals';
import { dueAt } from './due-at.ts';
import { isOpenAt } from './is-open-at.ts';
import { workingCalendar } from './working-calendar.ts';

const calendar = workingCalendar('england-and-wales', { receivedOutsideHours: 'same_day' });

describe('office hours', () => {
  it.each([
    ['a working morning', '2026-11-23T09:00:00Z', true],
    ['the moment of closing', '2026-11-23T17:00:00Z', false],
    ['a Saturday', '2026-11-21T11:00:00Z', false],
    ['a bank holiday', '2026-12-25T11:00:00Z', false],
    ['a summer morning, an hour ahead of universal time', '2026-06-16T08:30:00Z', true],
  ])('know %s', (_name, at, open) => {
    expect(isOpenAt(calendar, Date.parse(at))).toBe(open);
  });
});

describe('a calendar that may count weekends alone', () => {
  const beyond = workingCalendar('england-and-wales', {
    receivedOutsideHours: 'same_day',
    beyondHolidays: 'weekends_only',
  });
  const rule = { kind: 'working_days', limit: 1 } as const;

  it('gives a due time where holidays are not held yet, sooner rather than later', () => {
    expect(() => dueAt(calendar, rule, Date.parse('2031-12-24T10:00:00Z'))).toThrow();
    expect(dueAt(beyond, rule, Date.parse('2031-12-24T10:00:00Z'))).toEqual({
      kind: 'due',
      at: Date.parse('2031-12-25T23:59:00Z'),
    });
  });

  it('still keeps the holidays that are held', () => {
    expect(dueAt(beyond, rule, Date.parse('2026-12-24T10:00:00Z'))).toEqual({
      kind: 'due',
      at: Date.parse('2026-12-29T23:59:00Z'),
    });
  });
});
