import { describe, expect, it } from '@jest/globals';
import { readingAge, wordsOf } from '../../../test/support/reading-age.ts';
import { functionsIn, textsIn, tried } from '../../../test/support/word-leaves.ts';
import { ENGLISH } from './words.ts';

/** What families and partners read. Pages of the front door's own staff use the words of their trade. */
const AREAS = [
  'start',
  'signedOut',
  'held',
  'troubles',
  'help',
  'partner',
  'thresholdCheck',
  'bulk',
  'referral',
  'referralFields',
  'selfReferral',
] as const;
/** Words that have no easier one here; each is said in the plain way beside it, or readers know it from their work. */
const KNOWN = [
  ...['referral', 'agency', 'agencies', 'council', 'organisation', 'information', 'telephone', 'reference'],
  ...['accessibility', 'accessible', 'privacy', 'cookie', 'social worker', 'safeguarding', 'threshold', 'statutory'],
  ...['professional', 'family', 'families', 'police', 'equality', 'northern ireland', 'authority', 'authorities'],
];
const OLDEST = 11;
/** A single long text may ask for more than the whole area does, not for very much more. */
const OLDEST_OF_ONE = 16;
const LONG = 25;

describe('the reading age', () => {
  it('is that of Flesch and Kincaid', () => {
    expect(readingAge(['The cat sat on the mat.'])).toBeCloseTo(3.55, 1);
    expect(
      readingAge(['Considerable administrative difficulties notwithstanding, authorities endeavoured.']),
    ).toBeGreaterThan(25);
    const text = ['You can send us a referral now.'];
    expect(readingAge(text, ['referral'])).toBeLessThan(readingAge(text));
  });

  it.each(AREAS)('of %s is eleven at most', (area) => {
    const texts = textsOf(area);
    const hard = texts.filter((text) => wordsOf(text).length >= LONG && readingAge([text], KNOWN) > OLDEST_OF_ONE);

    expect(hard).toEqual([]);
    expect(readingAge(texts, KNOWN)).toBeLessThanOrEqual(OLDEST);
  });
});

function textsOf(area: (typeof AREAS)[number]): string[] {
  const made = functionsIn(ENGLISH[area]).map(({ path, insert }) => tried(path, insert).text);
  return [...textsIn(ENGLISH[area]).map(({ text }) => text), ...made];
}
