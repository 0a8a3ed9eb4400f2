import { describe, expect, it } from '@jest/globals';
import { isIsoDate } from './iso-date.ts';

describe('a day of the calendar', () => {
  it.each(['2026-01-01', '2026-12-31', '2024-02-29', '2000-02-29'])('is %s', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each(['', '2026-1-1', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])(
    'is not "%s"',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );

  it('is no moment', () => {
    expect(isIsoDate('2026-01-01T00:00:00Z')).toBe(false);
  });
});
