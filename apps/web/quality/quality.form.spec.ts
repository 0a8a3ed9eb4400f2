import { describe, expect, it } from '@jest/globals';
import { ENGLISH } from '../words/words.ts';
import { readClosing, readDrawing, readRating } from './quality.form.ts';

const { draw, rate, difference } = ENGLISH.quality;

describe('the form that draws a sample', () => {
  const whole = { from: '2026-10-01', to: '2026-10-31', size: ' 30 ', strata: 'agency', onlyOverrides: 'yes' };

  it('reads what was filled in', () => {
    const value = { from: '2026-10-01', to: '2026-10-31', size: 30, strata: 'agency', onlyOverrides: true };

    expect(readDrawing(whole, ENGLISH)).toEqual({ value });
    expect(readDrawing({ ...whole, strata: 'eyes', onlyOverrides: '' }, ENGLISH)).toEqual({
      value: { ...value, strata: 'none', onlyOverrides: false },
    });
  });

  it.each(['', '0', '201', '1.5', 'ten'])('refuses %j decisions', (size) => {
    expect(readDrawing({ ...whole, size }, ENGLISH)).toEqual({ faults: { size: draw.badSize(200) } });
  });

  it('says at each field what is wrong', () => {
    expect(readDrawing({ size: '5' }, ENGLISH)).toEqual({ faults: { from: draw.noDay, to: draw.noDay } });
    expect(readDrawing({ ...whole, to: '2026-09-01' }, ENGLISH)).toEqual({ faults: { to: draw.badSpan } });
  });
});

describe('the form that rates', () => {
  const whole = { outcome: 'statutory_need', urgency: 'amber', knewEnough: 'no', reason: ' Bruises. ' };

  it('reads what was filled in', () => {
    expect(readRating(whole, ENGLISH)).toEqual({
      value: { outcome: 'statutory_need', urgency: 'amber', knewEnough: false, reason: 'Bruises.' },
    });
  });

  it('says at each field what is missing', () => {
    expect(readRating({}, ENGLISH)).toEqual({
      faults: { outcome: rate.noOutcome, urgency: rate.noUrgency, knewEnough: rate.noEnough, reason: rate.noReason },
    });
    expect(readRating({ ...whole, reason: 'x'.repeat(4001) }, ENGLISH)).toEqual({
      faults: { reason: rate.longReason },
    });
  });
});

describe('the form that closes a difference', () => {
  it('wants a conclusion and a note', () => {
    expect(readClosing({ conclusion: 'both_defensible', note: 'Close call.' }, ENGLISH)).toEqual({
      value: { conclusion: 'both_defensible', note: 'Close call.' },
    });
    expect(readClosing({ note: ' ' }, ENGLISH)).toEqual({
      faults: { conclusion: difference.noConclusion, note: difference.noNote },
    });
  });
});
