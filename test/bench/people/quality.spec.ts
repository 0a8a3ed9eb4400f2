import { describe, expect, it } from '@jest/globals';
import { inventHouseholds } from './population/households.ts';
import { measureQuality, precision, recall } from './quality.ts';
import { inventWorld } from './world.ts';

describe('the matching of an invented population', () => {
  it('is the same population for the same seed, and another for another', () => {
    expect(inventHouseholds(50, 7)).toEqual(inventHouseholds(50, 7));
    expect(inventHouseholds(50, 7)).not.toEqual(inventHouseholds(50, 8));
  });

  it('finds most people again and hardly ever takes one for another', () => {
    const quality = measureQuality(inventWorld(3_000, 450, 11), 300);
    const children = quality.tallies.get('children of both referrals');
    if (children === undefined) throw new Error('There are children in every referral.');

    expect(precision(quality.all)).toBeGreaterThanOrEqual(0.997);
    expect(recall(children)).toBeGreaterThanOrEqual(0.965);
    expect(recall(quality.all)).toBeGreaterThanOrEqual(0.94);
    expect(quality.all.candidates / quality.all.true).toBeGreaterThanOrEqual(0.97);
    expect(quality.keysEach).toBeLessThan(10);
  });
});
