import { describe, expect, it } from '@jest/globals';
import { agreementOf, type Pair } from './kappa.ts';

/** Pairs of a table of counts: the row is what the first said. */
function pairsOf(table: readonly (readonly number[])[]): Pair<number>[] {
  return table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): Pair<number> => [i, j])),
  );
}

const TWO = [0, 1];
const THREE = [0, 1, 2];

describe('the agreement of two raters', () => {
  it('is what a hand computes for 20, 5, 10, 15: 70 in 100 agree, 50 by chance, so kappa 0.4', () => {
    const found = agreementOf(
      pairsOf([
        [20, 5],
        [10, 15],
      ]),
      TWO,
      'none',
    );

    expect(found?.agreed).toBeCloseTo(0.7, 10);
    expect(found?.kappa).toBeCloseTo(0.4, 10);
    // Variance by hand: (0.10972 + 0.10188 - 0.01) / (50 * 0.25) = 0.016128; its root 0.126996.
    expect(found?.interval?.low).toBeCloseTo(0.4 - 1.959964 * 0.126996, 4);
    expect(found?.interval?.high).toBeCloseTo(0.4 + 1.959964 * 0.126996, 4);
  });

  it('counts a step apart as half on a scale of three: observed 0.8, chance 0.58, so 0.5238', () => {
    const table = pairsOf([
      [2, 1, 0],
      [1, 2, 1],
      [0, 1, 2],
    ]);

    expect(agreementOf(table, THREE, 'linear')?.kappa).toBeCloseTo(0.22 / 0.42, 10);
    // Without weights: observed 0.6, chance 0.09 + 0.16 + 0.09 = 0.34.
    expect(agreementOf(table, THREE, 'none')?.kappa).toBeCloseTo(0.26 / 0.66, 10);
  });

  it('is complete when they always agree, and 0 when they agree as often as chance', () => {
    expect(
      agreementOf(
        pairsOf([
          [5, 0],
          [0, 5],
        ]),
        TWO,
        'none',
      ),
    ).toMatchObject({ agreed: 1, kappa: 1 });
    expect(
      agreementOf(
        pairsOf([
          [4, 4],
          [4, 4],
        ]),
        TWO,
        'none',
      )?.kappa,
    ).toBeCloseTo(0, 10);
  });

  it('is below 0 when they agree less often than chance', () => {
    expect(
      agreementOf(
        pairsOf([
          [0, 5],
          [5, 0],
        ]),
        TWO,
        'none',
      )?.kappa,
    ).toBeCloseTo(-1, 10);
  });

  it('says no kappa where both used one category alone, since chance agrees always', () => {
    expect(
      agreementOf(
        pairsOf([
          [7, 0],
          [0, 0],
        ]),
        TWO,
        'none',
      ),
    ).toEqual({
      pairs: 7,
      agreed: 1,
      kappa: null,
      interval: null,
    });
  });

  it('is nothing without a pair, and has no interval from one alone', () => {
    expect(agreementOf([], TWO, 'none')).toBeNull();
    expect(agreementOf<number>([[0, 1]], TWO, 'none')).toMatchObject({ pairs: 1, interval: null });
  });

  it('counts a disagreement of one step less than one over the whole scale', () => {
    const near =
      agreementOf(
        pairsOf([
          [4, 1, 0],
          [0, 4, 0],
          [0, 0, 4],
        ]),
        THREE,
        'linear',
      )?.kappa ?? 0;
    const far =
      agreementOf(
        pairsOf([
          [4, 0, 1],
          [0, 4, 0],
          [0, 0, 4],
        ]),
        THREE,
        'linear',
      )?.kappa ?? 0;

    expect(near).toBeGreaterThan(far);
  });

  it('refuses what is not on the scale', () => {
    expect(() => agreementOf<number>([[0, 9]], TWO, 'none')).toThrow(RangeError);
  });
});
