import { describe, expect, it } from '@jest/globals';
import { compareVignette } from './compare-vignette.ts';

const vignette = {
  id: 'V02',
  nation: 'england',
  title: 'A boy grieves',
  agency: 'school',
  datesRelativeTo: '2026-11-21',
  referral: {},
  expected: { pathways: ['universal', 'early_help'], urgencies: ['blue', 'green'] },
};

describe('comparing a proposal with what was expected', () => {
  it('agrees anywhere inside the range', () => {
    const proposed = { pathway: 'early_help', urgency: 'blue', level: 'early_help' } as const;

    expect(compareVignette(vignette, proposed)).toEqual({ pathway: 'agree', urgency: 'agree' });
  });

  it('tells over from under', () => {
    const over = { pathway: 'statutory', urgency: 'red', level: 'statutory_need' } as const;
    const statutory = { ...vignette, expected: { pathways: ['statutory'], urgencies: ['red'] } };
    const under = { pathway: 'universal', urgency: 'amber', level: 'universal' } as const;

    expect(compareVignette(vignette, over)).toEqual({ pathway: 'over', urgency: 'over' });
    expect(compareVignette(statutory, under)).toEqual({ pathway: 'under', urgency: 'under' });
  });
});
