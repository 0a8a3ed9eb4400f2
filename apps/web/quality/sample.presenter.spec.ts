import { describe, expect, it } from '@jest/globals';
import type { Agreement, SampleItem } from '#quality';
import { ENGLISH, WORDS } from '../words/words.ts';
import { meaningOf, presentAgreement, stateOf } from './sample.presenter.ts';

const { means } = ENGLISH.quality.sample;

function agreement(kappa: number | null, pairs = 40): Agreement {
  return { pairs, agreed: 0.75, kappa, interval: kappa === null ? null : { low: kappa - 0.1, high: kappa + 0.1 } };
}

const FREE: SampleItem = {
  ...{ id: 'i', position: 1, stratum: null, caseId: 'c', referralId: 'r', reference: 'FD-1' },
  ...{ raterId: null, raterName: null, takenAt: null, rated: null, closing: null },
};
const DECIDED = { decidedBy: 'wren', decidedByName: 'Wren', decidedAt: new Date(0) };
const decision = { outcome: 'early_help', pathway: 'early_help', urgency: 'green', ...DECIDED } as const;
const rating = {
  outcome: 'early_help',
  urgency: 'green',
  knewEnough: true,
  reason: 'x',
  ratedAt: new Date(0),
} as const;

describe('how far people agree, in words', () => {
  it.each([
    [-0.3, means.none],
    [0, means.none],
    [0.2, means.slight],
    [0.4, means.fair],
    [0.41, means.moderate],
    [0.61, means.substantial],
    [0.81, means.complete],
    [null, means.unknown],
  ])('kappa %p', (kappa, words) => {
    expect(meaningOf(agreement(kappa), ENGLISH)).toBe(words);
  });

  it('shows per cent, kappa and what it lies between, and warns when few pairs say it', () => {
    const of = agreement(0.5238, 10);
    const shown = presentAgreement(
      { agreement: { outcome: of, outcomeWeighted: of, urgency: agreement(null, 10) } } as never,
      ENGLISH,
    );

    expect(shown?.table.rows[0]?.map(({ text }) => text)).toEqual([
      ENGLISH.quality.sample.scales.outcome,
      ...['10', '75 %', '0.52', '0.42 – 0.62'],
    ]);
    expect(shown?.table.rows[2]?.map(({ text }) => text).slice(3)).toEqual([ENGLISH.quality.sample.noKappa, '–']);
    expect(shown?.texts).toContain(ENGLISH.quality.sample.few(10));
  });

  it('is nothing before anything is rated', () => {
    const nothing = { outcome: null, outcomeWeighted: null, urgency: null };

    expect(presentAgreement({ agreement: nothing } as never, WORDS.cy)).toBeNull();
  });
});

describe('the state of a drawn decision', () => {
  it('goes from free to taken, and then tells whether they agree', () => {
    const other = { ...rating, urgency: 'red' } as const;
    const closing = { conclusion: 'both_defensible', note: 'n', closedByName: 'm', closedAt: new Date(0) } as const;

    expect(stateOf(FREE)).toBe('free');
    expect(stateOf({ ...FREE, raterId: 'robin' })).toBe('taken');
    expect(stateOf({ ...FREE, raterId: 'robin', rated: { rating, decision } })).toBe('same');
    expect(stateOf({ ...FREE, raterId: 'robin', rated: { rating: other, decision } })).toBe('differs');
    expect(stateOf({ ...FREE, raterId: 'robin', rated: { rating: other, decision }, closing })).toBe('closed');
  });
});
