import { describe, expect, it } from '@jest/globals';
import { bankHolidays } from './bank-holidays.data.ts';
import type { Division } from './division.ts';

/** The table of domain pack 2.6, written out: Northern Ireland is England and Wales with two days more. */
const ENGLAND_AND_WALES = {
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
};
const TABLE: Record<Division, Record<number, string[]>> = {
  'england-and-wales': ENGLAND_AND_WALES,
  scotland: {
    2026: ['01-01', '01-02', '04-03', '05-04', '05-25', '06-15', '08-03', '11-30', '12-25', '12-28'],
    2027: ['01-01', '01-04', '03-26', '05-03', '05-31', '08-02', '11-30', '12-27', '12-28'],
    2028: ['01-03', '01-04', '04-14', '05-01', '05-29', '08-07', '11-30', '12-25', '12-26'],
  },
  'northern-ireland': {
    2026: [...ENGLAND_AND_WALES[2026], '03-17', '07-13'].sort(),
    2027: [...ENGLAND_AND_WALES[2027], '03-17', '07-12'].sort(),
    2028: [...ENGLAND_AND_WALES[2028], '03-17', '07-12'].sort(),
  },
};

describe('the vendored bank holidays', () => {
  it.each<[Division, number]>(
    Object.keys(TABLE).flatMap((division) =>
      [2026, 2027, 2028].map((year): [Division, number] => [division as Division, year]),
    ),
  )('agree with the domain pack for %s in %i', (division, year) => {
    const held = bankHolidays[division].map(({ date }) => date).filter((date) => date.startsWith(`${year}`));

    expect(held).toEqual(TABLE[division][year]?.map((monthAndDay) => `${year}-${monthAndDay}`));
  });
});
