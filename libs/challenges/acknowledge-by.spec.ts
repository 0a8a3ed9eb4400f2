import { describe, expect, it } from '@jest/globals';
import { acknowledgeBy } from './acknowledge-by.ts';

describe('when a complaint is to be acknowledged by', () => {
  it.each([
    ['2026-06-19', '2026-07-19'],
    ['2026-10-20', '2026-11-19'],
    ['2028-02-01', '2028-03-02'],
    ['2026-12-31', '2027-01-30'],
  ])('of one that came on %s: %s', (receivedOn, expected) => {
    expect(acknowledgeBy(receivedOn)).toBe(expected);
  });
});
