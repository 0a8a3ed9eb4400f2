import { describe, expect, it } from '@jest/globals';
import { slopeOf } from './memory-watch.ts';

describe('the slope of memory', () => {
  it('is what a minute adds', () => {
    const readings = [0, 1, 2, 3].map((minute) => ({ minute, megabytes: 100 + 2.5 * minute }));
    expect(slopeOf(readings)).toBeCloseTo(2.5);
  });

  it('does not take a saw for a slope', () => {
    const readings = Array.from({ length: 100 }, (_, minute) => ({ minute, megabytes: 100 + (minute % 10) * 5 }));
    expect(Math.abs(slopeOf(readings))).toBeLessThan(0.1);
  });
});
