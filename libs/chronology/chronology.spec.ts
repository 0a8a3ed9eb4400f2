import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageAt } from './age.ts';
import { daysOf, type EventDate, readDate } from './event-date.ts';
import { comparePlaces, inOrder, isWithin, placeOf } from './in-order.ts';
import { recordedAfterDays } from './lateness.ts';
import { toldDate } from './told-date.ts';
import { ageInWords, dateInWords } from './words/date-words.ts';

const date = (typed: string, isApproximate = false): EventDate => {
  const read = readDate(typed, isApproximate);
  if (read === null) throw new Error(`${typed} is no date.`);
  return read;
};
const entry = (id: string, typed: string | null, recorded: string) => ({
  ...{ id, date: typed === null ? null : date(typed), recordedAt: new Date(recorded) },
});

describe('the order of a chronology', () => {
  const LATE = entry('told late', '2025-11-02', '2026-03-10T09:00:00Z');
  const ENTRIES = [
    LATE,
    entry('year', '2026', '2026-02-01T09:00:00Z'),
    entry('month', '2026-03', '2026-03-09T09:00:00Z'),
    entry('day', '2026-03-01', '2026-03-01T09:00:00Z'),
    { ...entry('moment', '2026-03-01', '2026-03-01T10:00:00Z'), date: { ...date('2026-03-01'), at: new Date(0) } },
    entry('same day, recorded later', '2026-03-01', '2026-03-02T09:00:00Z'),
    entry('unknown', null, '2026-03-05T12:00:00Z'),
  ];
  const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

  it('goes by the day of the event, whenever and in whatever order it was recorded', () => {
    const expected = ['told late', 'year', 'month', 'day', 'same day, recorded later', 'moment', 'unknown'];
    const shuffled = fc.shuffledSubarray(ENTRIES, { minLength: ENTRIES.length });

    expect(ids(inOrder(ENTRIES))).toEqual(expected);
    fc.assert(
      fc.property(shuffled, (some) => ids(inOrder(some)).join() === expected.join()),
      { numRuns: 200 },
    );
  });

  it('gives no two entries one place, so that a page goes on where the one before ended', () => {
    const ordered = inOrder(ENTRIES);

    for (const [at, each] of ordered.entries()) {
      const rest = ordered.filter((other) => comparePlaces(placeOf(other), placeOf(each)) > 0);
      expect(rest).toEqual(ordered.slice(at + 1));
    }
  });

  it.each([
    ['2026-03', '2026-03-31', null, true],
    ['2026-03', '2026-04-01', null, false],
    ['2026', null, '2026-01-01', true],
    ['2026', null, '2025-12-31', false],
    ['2026-03-04', '2026-03-04', '2026-03-04', true],
    ['2026-03-04', '2026-03-05', null, false],
  ])('%s may have happened from %s to %s: %s', (typed, from, to, expected) => {
    expect(isWithin(entry('x', typed, '2026-06-01T00:00:00Z'), from, to)).toBe(expected);
  });

  it.each([
    ['2026-03-04', '2026-03-04T22:00:00Z', 0],
    ['2026-03-04', '2026-03-14T08:00:00Z', 10],
    ['2026-03', '2026-04-10T08:00:00Z', 10],
    ['2026', '2026-06-01T08:00:00Z', 0],
    [null, '2026-06-01T08:00:00Z', null],
  ])('what happened on %s and was recorded at %s was late by %s days', (typed, recorded, days) => {
    expect(recordedAfterDays(typed === null ? null : date(typed), new Date(recorded))).toBe(days);
  });
});

describe('the day of an event', () => {
  it.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-03-04', '2026-03-04', '2026-03-04'],
  ])('%s is from %s to %s', (typed, first, last) => {
    expect(daysOf(date(typed))).toEqual({ first, last });
  });

  it.each(['2026-02-30', '2026-13', '0000', '26', '2026-3-4', '2026-03-04T10:00', ''])('is not %p', (typed) => {
    expect(readDate(typed, false)).toBeNull();
  });

  it.each([
    ['2026-03-04', '2026-03-04', 'day'],
    ['4/3/2026', '2026-03-04', 'day'],
    ['04.03.2026', '2026-03-04', 'day'],
    ['4th March 2026', '2026-03-04', 'day'],
    ['4 Mawrth 2026', '2026-03-04', 'day'],
    ['about 4 March 2026', '2026-03-04', 'approximate'],
    ['tua 4 Mawrth 2026', '2026-03-04', 'approximate'],
    ['March 2026.', '2026-03-01', 'month'],
    ['Sept. 2025', '2025-09-01', 'month'],
    ['2025', '2025-01-01', 'year'],
  ])('is read from what a sender wrote: %s', (words, day, precision) => {
    expect(toldDate(words)).toEqual({ day, precision, at: null });
  });

  it.each(['last Tuesday', 'since the autumn', '4/3', '31/2/2026', '3 or 4 March 2026', 'March'])(
    'is not made up from %p',
    (words) => {
      expect(toldDate(words)).toBeNull();
    },
  );

  it.each([
    ['2026-03-04', false, '4 March 2026', '4 Mawrth 2026'],
    ['2026-03-04', true, 'about 4 March 2026', 'tua 4 Mawrth 2026'],
    ['2026-03', false, 'March 2026', 'Mawrth 2026'],
    ['2026', false, '2026', '2026'],
  ])('%s is told in both languages as exactly as it is known', (typed, isApproximate, en, cy) => {
    expect([dateInWords(date(typed, isApproximate), 'en'), dateInWords(date(typed, isApproximate), 'cy')]).toEqual([
      en,
      cy,
    ]);
    expect(dateInWords(null, 'en')).toBe('day not known');
  });
});

describe('the age of a child at an event', () => {
  const born = (bornOn: string | null, dueOn: string | null = null) => ({ bornOn, dueOn });

  it.each([
    [born('2023-01-04'), '2026-03-04', '3 years 2 months', '3 blynedd 2 fis'],
    [born('2023-03-04'), '2026-03-03', '2 years 11 months', '2 flynedd 11 mis'],
    [born('2023-03-04'), '2026-03-04', '3 years', '3 blynedd'],
    [born('2026-01-04'), '2026-03-04', '2 months', '2 fis'],
    [born('2026-03-01'), '2026-03-04', '3 days', '3 diwrnod'],
    [born('2024-02-29'), '2025-02-28', '11 months', '11 mis'],
    [born(null, '2026-05-27'), '2026-03-04', '-12 weeks', '-12 wythnos'],
    [born('2026-05-27'), '2026-03-04', '-12 weeks', '-12 wythnos'],
    [born('2023-01-04'), '2026-03', '3 years 1 month to 3 years 2 months', '3 blynedd 1 mis i 3 blynedd 2 fis'],
    [born('2023-01-01'), '2026-03', '3 years 2 months', '3 blynedd 2 fis'],
    [born(null, '2026-05-27'), '2026-05-28', 'age not known', 'oed ddim yn hysbys'],
    [born(null, '2026-05-27'), '2026', 'age not known', 'oed ddim yn hysbys'],
    [born(null), '2026-03-04', 'age not known', 'oed ddim yn hysbys'],
    [born('sometime'), '2026-03-04', 'age not known', 'oed ddim yn hysbys'],
  ])('of %j on %s is %s', (birth, typed, en, cy) => {
    const age = ageAt(birth, date(typed));

    expect([ageInWords(age, 'en'), ageInWords(age, 'cy')]).toEqual([en, cy]);
  });

  it('is not known where the day is not', () => {
    expect(ageAt(born('2023-01-04'), null)).toBeNull();
  });
});
