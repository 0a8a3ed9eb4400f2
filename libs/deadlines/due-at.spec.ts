import { describe, expect, it } from '@jest/globals';
import type { ClockRule } from './clock-rule.ts';
import { dueAt } from './due-at.ts';
import { DeadlineInputError } from './errors.ts';
import { workingCalendar, type WorkingCalendar } from './working-calendar.ts';

const england = workingCalendar('england-and-wales', { receivedOutsideHours: 'same_day' });
const scotland = workingCalendar('scotland', { receivedOutsideHours: 'same_day' });
const officeHours = { opensAt: '09:00', closesAt: '17:00' };
const nextOpening = workingCalendar('england-and-wales', { ...officeHours, receivedOutsideHours: 'next_opening' });

/** The due time as UTC text, from a start written with its offset. */
function due(
  calendar: WorkingCalendar,
  kind: Exclude<ClockRule['kind'], 'event'>,
  limit: number,
  start: string,
): string {
  const time = dueAt(calendar, { kind, limit }, Date.parse(start));
  return time.kind === 'due' ? new Date(time.at).toISOString() : time.kind;
}

describe('clocks over the spring change, 29 March 2026', () => {
  it('run four elapsed hours in absolute time, reading five later on the wall', () => {
    expect(due(england, 'elapsed_hours', 4, '2026-03-28T22:00+00:00')).toBe('2026-03-29T02:00:00.000Z');
  });

  it('end a working day at 23:59 summer time', () => {
    expect(due(england, 'working_days', 1, '2026-03-27T12:00+00:00')).toBe('2026-03-30T22:59:00.000Z');
  });

  it('end calendar days at 23:59 on the short day and after it', () => {
    expect(due(england, 'calendar_days', 1, '2026-03-28T12:00+00:00')).toBe('2026-03-29T22:59:00.000Z');
    expect(due(england, 'calendar_days', 0, '2026-03-28T12:00+00:00')).toBe('2026-03-28T23:59:00.000Z');
  });

  it('count no working hour of the weekend between', () => {
    expect(due(england, 'working_hours', 6, '2026-03-27T15:00+00:00')).toBe('2026-03-30T12:00:00.000Z');
  });

  it('read a close of business that the change skips an hour later', () => {
    const calendar = workingCalendar('scotland', {
      opensAt: '00:00',
      closesAt: '01:30',
      receivedOutsideHours: 'same_day',
    });

    expect(due(calendar, 'calendar_days', 1, '2026-03-28T12:00+00:00')).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('clocks over the autumn change, 25 October 2026', () => {
  it('run four elapsed hours in absolute time, reading three later on the wall', () => {
    expect(due(england, 'elapsed_hours', 4, '2026-10-24T22:00+01:00')).toBe('2026-10-25T01:00:00.000Z');
  });

  it('run 24 hours from Saturday noon to Sunday 11 in the morning', () => {
    expect(due(england, 'elapsed_hours', 24, '2026-10-24T12:00+01:00')).toBe('2026-10-25T11:00:00.000Z');
  });

  it('end a working day at 23:59 winter time', () => {
    expect(due(england, 'working_days', 1, '2026-10-23T12:00+01:00')).toBe('2026-10-26T23:59:00.000Z');
  });

  it('end calendar days at 23:59 on the long day and before it', () => {
    expect(due(england, 'calendar_days', 1, '2026-10-24T12:00+01:00')).toBe('2026-10-25T23:59:00.000Z');
    expect(due(england, 'calendar_days', 0, '2026-10-24T12:00+01:00')).toBe('2026-10-24T22:59:00.000Z');
  });

  it('tell the two readings of 01:30 apart', () => {
    expect(due(england, 'elapsed_hours', 1, '2026-10-25T01:30+01:00')).toBe('2026-10-25T01:30:00.000Z');
    expect(due(england, 'elapsed_hours', 1, '2026-10-25T01:30+00:00')).toBe('2026-10-25T02:30:00.000Z');
  });
});

describe('the day of receipt', () => {
  it('is the day in London, not in UTC', () => {
    expect(due(england, 'working_days', 1, '2026-06-16T23:30Z')).toBe('2026-06-18T22:59:00.000Z');
  });

  it('is the true day, whatever the hour, under the same-day convention', () => {
    expect(due(england, 'working_days', 1, '2026-11-20T23:59:30Z')).toBe('2026-11-23T23:59:00.000Z');
    expect(due(england, 'working_days', 1, '2026-11-21T10:00Z')).toBe('2026-11-23T23:59:00.000Z');
  });

  it.each([
    ['at the moment of closing', '2026-11-19T17:00:00Z', '2026-11-20T17:00:00.000Z'],
    ['just after closing', '2026-11-19T17:00:00.001Z', '2026-11-23T17:00:00.000Z'],
    ['before opening', '2026-11-19T06:00:00Z', '2026-11-20T17:00:00.000Z'],
    ['on a Saturday', '2026-11-21T10:00:00Z', '2026-11-24T17:00:00.000Z'],
    ['on Christmas Day', '2026-12-25T10:00:00Z', '2026-12-30T17:00:00.000Z'],
  ])('under the next-opening convention, received %s, gives one working day to %s', (_, start, end) => {
    expect(due(nextOpening, 'working_days', 1, start)).toBe(end);
  });

  it('is the true day for calendar days and hours under either convention', () => {
    expect(due(nextOpening, 'calendar_days', 1, '2026-11-20T20:00Z')).toBe('2026-11-21T17:00:00.000Z');
    expect(due(nextOpening, 'elapsed_hours', 4, '2026-11-20T20:00Z')).toBe('2026-11-21T00:00:00.000Z');
  });

  it('ends a limit of no days at its close, never before the clock started', () => {
    expect(due(england, 'working_days', 0, '2026-11-20T10:00Z')).toBe('2026-11-20T23:59:00.000Z');
    expect(due(england, 'working_days', 0, '2026-11-20T23:59:30Z')).toBe('2026-11-20T23:59:30.000Z');
  });
});

describe('the one-off holiday in Scotland, 15 June 2026', () => {
  it('moves a working-day and a working-hours clock by a day, and no elapsed clock', () => {
    const start = '2026-06-12T16:00+01:00';

    expect(due(scotland, 'working_days', 1, start)).toBe('2026-06-16T22:59:00.000Z');
    expect(due(england, 'working_days', 1, start)).toBe('2026-06-15T22:59:00.000Z');
    expect(due(scotland, 'working_hours', 2, start)).toBe('2026-06-16T09:00:00.000Z');
    expect(due(england, 'working_hours', 2, start)).toBe('2026-06-15T09:00:00.000Z');
    expect(due(scotland, 'elapsed_hours', 72, start)).toBe(due(england, 'elapsed_hours', 72, start));
  });
});

describe('working hours', () => {
  it.each([
    ['within the day', 6, '2026-11-19T10:15Z', '2026-11-19T16:15:00.000Z'],
    ['from opening when received before it', 6, '2026-11-19T03:00Z', '2026-11-19T15:00:00.000Z'],
    ['to the moment of closing, not the next opening', 8, '2026-11-19T09:00Z', '2026-11-19T17:00:00.000Z'],
    ['over the night', 6, '2026-11-18T16:00Z', '2026-11-19T14:00:00.000Z'],
    ['from the next opening when received after close', 1.5, '2026-11-18T22:00Z', '2026-11-19T10:30:00.000Z'],
    ['over three whole days', 24, '2026-11-19T09:00Z', '2026-11-23T17:00:00.000Z'],
    ['over Christmas, to the millisecond', 6, '2026-12-24T16:59:59.999Z', '2026-12-29T14:59:59.999Z'],
  ])('count %s', (_, limit, start, end) => {
    expect(due(england, 'working_hours', limit, start)).toBe(end);
  });

  it("follow the authority's own hours", () => {
    const calendar = workingCalendar('scotland', {
      opensAt: '08:30',
      closesAt: '20:00',
      receivedOutsideHours: 'same_day',
    });

    expect(due(calendar, 'working_hours', 2, '2026-11-19T19:00Z')).toBe('2026-11-20T09:30:00.000Z');
  });
});

describe('an event clock', () => {
  it('is due at the event, even one that is past', () => {
    expect(dueAt(england, { kind: 'event' }, 2_000, { eventAt: 1_000 })).toEqual({ kind: 'due', at: 1_000 });
  });

  it('waits while the event has no time', () => {
    expect(dueAt(england, { kind: 'event' }, 2_000)).toEqual({ kind: 'awaiting_event' });
  });
});

describe('clocks that need no bank holidays', () => {
  it('run on outside the days held', () => {
    expect(due(england, 'elapsed_hours', 24, '2040-01-01T12:00Z')).toBe('2040-01-02T12:00:00.000Z');
    expect(due(england, 'calendar_days', 28, '2040-07-01T12:00Z')).toBe('2040-07-29T22:59:00.000Z');
  });
});

describe('malformed clocks', () => {
  const start = Date.parse('2026-11-19T10:00Z');

  it.each<ClockRule>([
    { kind: 'working_days', limit: -1 },
    { kind: 'working_days', limit: 1.5 },
    { kind: 'calendar_days', limit: 10_001 },
    { kind: 'elapsed_hours', limit: 0 },
    { kind: 'elapsed_hours', limit: Infinity },
    { kind: 'working_hours', limit: Number.NaN },
    { kind: 'fortnights', limit: 1 } as unknown as ClockRule,
  ])('are refused: %j', (rule) => {
    expect(() => dueAt(england, rule, start)).toThrow(DeadlineInputError);
  });

  it.each([Number.NaN, Infinity, 1.5, 1e16])('are refused when they start at %p', (startedAt) => {
    for (const kind of ['working_days', 'calendar_days', 'elapsed_hours', 'working_hours'] as const) {
      expect(() => dueAt(england, { kind, limit: 1 }, startedAt)).toThrow(DeadlineInputError);
    }
    expect(() => dueAt(england, { kind: 'event' }, start, { eventAt: startedAt })).toThrow(DeadlineInputError);
  });
});
