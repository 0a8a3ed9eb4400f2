import { describe, expect, it } from '@jest/globals';
import { nextDigest } from './next-digest.ts';

const daily = { digest: 'daily', dailyAt: '08:30' } as const;

describe('the next digest', () => {
  it.each([
    [{ digest: 'at_once', dailyAt: '08:30' } as const, '2026-03-02T10:00:00Z', null],
    [{ digest: 'hourly', dailyAt: '08:30' } as const, '2026-03-02T10:17:31Z', '2026-03-02T11:00:00.000Z'],
    [{ digest: 'hourly', dailyAt: '08:30' } as const, '2026-03-02T10:00:00Z', '2026-03-02T11:00:00.000Z'],
    [daily, '2026-03-02T08:29:59Z', '2026-03-02T08:30:00.000Z'],
    [daily, '2026-03-02T08:30:00Z', '2026-03-03T08:30:00.000Z'],
    // Clocks go forward in the night to 29 March, and back in the night to 25 October.
    [daily, '2026-03-28T20:00:00Z', '2026-03-29T07:30:00.000Z'],
    [daily, '2026-10-24T20:00:00Z', '2026-10-25T08:30:00.000Z'],
    [{ digest: 'daily', dailyAt: '01:30' } as const, '2026-03-28T20:00:00Z', '2026-03-29T01:30:00.000Z'],
  ])('of %j at %s is %s', (choice, now, expected) => {
    expect(nextDigest(choice, new Date(now))?.toISOString() ?? null).toBe(expected);
  });
});
