import { describe, expect, it } from '@jest/globals';
import { MATCH_MODEL } from './match-model.data.ts';
import { bandOf, probability } from './match-model.ts';

/** Levels of which each agrees less than the one before it. Others are about another kind of knowledge. */
const FALLING = {
  givenName: ['exact', 'variant', 'near', 'loose', 'initial', 'different'],
  familyName: ['exact', 'variant', 'near', 'loose', 'different'],
  birth: ['exact', 'day_and_month_swapped', 'one_slip', 'within_6_months', 'different'],
  sex: ['same', 'different'],
  healthNumber: ['same', 'one_slip', 'different'],
  pupilNumber: ['same', 'different'],
  localNumber: ['same', 'different'],
  place: ['address', 'postcode', 'postcode_slip', 'sector', 'different'],
  mother: ['same', 'name', 'partly', 'different'],
} as const;

type Shares = readonly [same: number, relatives: number, strangers: number];

function sharesOf(field: keyof typeof FALLING, level: string): Shares {
  const levels: Readonly<Record<string, Shares>> = MATCH_MODEL.fields[field];
  const shares = levels[level];
  if (shares === undefined) throw new RangeError(`${field} has no level ${level}.`);
  return shares;
}

describe('the published weights', () => {
  it.each(Object.entries(FALLING) as [keyof typeof FALLING, readonly string[]][])(
    'of %s fall with agreement, against strangers and beside relatives',
    (field, levels) => {
      const shares = levels.map((level) => sharesOf(field, level));
      const against = shares.map(([same, , strangers]) => same / strangers);
      const beside = shares.map(([same, relatives]) => same / relatives);

      for (const ratios of [against, beside])
        for (const [index, ratio] of ratios.slice(1).entries())
          expect(ratio).toBeLessThanOrEqual((ratios[index] ?? 0) * 1.02);
    },
  );

  it('are shares of a thousand pairs', () => {
    for (const levels of Object.values(MATCH_MODEL.fields))
      for (const share of Object.values(levels).flat()) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1_000);
      }
  });

  it('leave a person unknown where nothing is known', () => {
    expect(probability(0, 0)).toBeCloseTo(1 / 1_000_004, 8);
  });

  it.each([
    [0.95, 'match'],
    [0.9499, 'possible'],
    [0.85, 'possible'],
    [0.8499, 'none'],
  ])('put %d in the band %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });
});
