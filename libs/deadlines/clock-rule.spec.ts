import { describe, expect, it } from '@jest/globals';
import { type ClockRule, describeClockRule } from './clock-rule.ts';

describe('describing a clock rule', () => {
  it.each<[ClockRule, string]>([
    [{ kind: 'working_days', limit: 1 }, '1 working day'],
    [{ kind: 'working_days', limit: 45 }, '45 working days'],
    [{ kind: 'working_days', limit: 0 }, 'the same day'],
    [{ kind: 'calendar_days', limit: 28 }, '28 days, weekends and holidays included'],
    [{ kind: 'calendar_days', limit: 0 }, 'the same day'],
    [{ kind: 'calendar_months', limit: 3 }, '3 months'],
    [{ kind: 'elapsed_hours', limit: 4 }, '4 hours, nights and holidays included'],
    [{ kind: 'elapsed_hours', limit: 1 }, '1 hour, nights and holidays included'],
    [{ kind: 'working_hours', limit: 6 }, '6 working hours'],
    [{ kind: 'working_hours', limit: 1.5 }, '1.5 working hours'],
    [{ kind: 'event' }, 'by the time of the event'],
  ])('says %j as "%s"', (rule, words) => {
    expect(describeClockRule(rule)).toBe(words);
  });

  it('refuses a stored rule of no known kind', () => {
    expect(() => describeClockRule({ kind: 'fortnights' } as unknown as ClockRule)).toThrow('not a clock rule');
  });
});
