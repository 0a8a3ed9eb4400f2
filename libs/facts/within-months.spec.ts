import { describe, expect, it } from '@jest/globals';
import { isWithinMonths } from './within-months.ts';

describe('a day within so many months of another', () => {
  it.each([
    ['2027-03-01', '2028-03-01', true],
    ['2027-03-01', '2028-03-02', false],
    ['2026-11-21', '2027-11-21', true],
    ['2026-11-21', '2027-11-22', false],
    ['2028-02-29', '2029-02-28', true],
    ['2028-02-29', '2029-03-01', true],
    ['2028-02-29', '2029-03-02', false],
    ['2027-02-28', '2028-02-29', false],
    ['2026-11-21', '2026-11-21', true],
    ['2026-11-21', '2026-11-20', false],
  ])('counts twelve months from %s to %s by the calendar: %s', (earlier, later, expected) => {
    expect(isWithinMonths(earlier, later, 12)).toBe(expected);
  });

  it('counts two years, and a month that is shorter, in the same way', () => {
    expect(isWithinMonths('2026-11-21', '2028-11-21', 24)).toBe(true);
    expect(isWithinMonths('2026-11-21', '2028-11-22', 24)).toBe(false);
    expect(isWithinMonths('2026-01-31', '2026-03-01', 1)).toBe(true);
    expect(isWithinMonths('2026-01-31', '2026-03-02', 1)).toBe(false);
  });
});
