import { describe, expect, it } from '@jest/globals';
import { WORDS } from '../words/words.ts';
import { ageText, isUnderOne } from './age.presenter.ts';
import { dueText, spanBetween } from './due.presenter.ts';

const NOW = new Date('2026-03-28T13:50:00Z');
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const due = (at: Date): string | null => dueText(WORDS.en, 'en', at, NOW);

describe('what a clock says', () => {
  it.each([
    [130, 'Due in 2 h 10 min, today 16:00'],
    [59, 'Due in 59 min, today 14:49'],
    [120, 'Due in 2 h, today 15:50'],
    [-35, 'Overdue by 35 min, since today 13:15'],
    [0, 'Overdue by 0 min, since today 13:50'],
    [-24 * 60, 'Overdue by 1 day, since yesterday 13:50'],
  ])('%i minutes from now', (minutes, text) => {
    expect(due(later(minutes))).toBe(text);
  });

  it('counts days and hours as they pass, and names the local time across the change of the clocks', () => {
    expect(due(new Date('2026-03-29T08:00:00Z'))).toBe('Due in 18 h 10 min, tomorrow 09:00');
    expect(due(new Date('2026-03-31T16:00:00Z'))).toBe('Due in 3 days 2 h, Tue 31 March 2026, 17:00');
  });

  it('says so in Welsh, and nothing where no clock runs', () => {
    expect(dueText(WORDS.cy, 'cy', later(130), NOW)).toBe('I’w wneud ymhen 2 awr 10 mun, heddiw 16:00');
    expect(dueText(WORDS.en, 'en', null, NOW)).toBeNull();
  });

  it('never says less than has passed', () => {
    expect(spanBetween(WORDS.en, NOW, new Date(NOW.getTime() + 59_999))).toBe('0 min');
    expect(spanBetween(WORDS.en, NOW, later(24 * 60 - 1))).toBe('23 h 59 min');
  });
});

describe('a child’s age', () => {
  it.each([
    ['2026-03-01', 'under 1 month', true],
    ['2026-02-28', '1 month', true],
    ['2025-03-29', '11 months', true],
    ['2025-03-28', '12 months', false],
    ['2024-03-29', '23 months', false],
    ['2024-03-28', '2 years', false],
    ['2009-01-01', '17 years', false],
    ['2026-06-01', 'not born yet', true],
    [null, 'age not known', false],
  ])('born %s', (born, text, underOne) => {
    expect(ageText(WORDS.en, born, NOW)).toBe(text);
    expect(isUnderOne(born, NOW)).toBe(underOne);
  });
});
