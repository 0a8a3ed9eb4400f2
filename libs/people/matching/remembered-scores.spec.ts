import { describe, expect, it } from '@jest/globals';
import { described, details, MILL_LANE } from '../testing/described.ts';
import { rememberedScores } from './remembered-scores.ts';
import { scorePair } from './score-pair.ts';

describe('scores that are remembered for a round', () => {
  const robin = described(details('Robin', 'Hartumwick', { dateOfBirth: '2018-05-14', address: MILL_LANE }));
  const robbin = described(details('Robbin', 'Hartumwick', { dateOfBirth: '2018-05-14' }));
  const wren = described(details('Wren', 'Elmlerlock', { dateOfBirth: '2011-02-03' }));

  it('are those of each pair, with and without what the families say', () => {
    const score = rememberedScores();
    const people = [robin, robbin, wren];

    for (const one of people) {
      for (const other of people) {
        for (const family of [null, 'somebody_matches', 'another_fits_better', null] as const)
          expect(score(one, other, family)).toEqual(scorePair(one, other, family));
      }
    }
  });

  it('are made once for all who say the same', () => {
    const score = rememberedScores();

    expect(score({ ...robin }, { ...wren })).toBe(score({ ...robin }, { ...wren }));
    expect(score(robin, wren)).not.toBe(score(robbin, wren));
  });
});
