import { describe, expect, it } from '@jest/globals';
import { reviewDueAt } from './review-due.ts';

describe('a break-glass is reviewed within one working day', () => {
  it.each([
    ['on a Tuesday, by the end of Wednesday', '2026-06-09T10:00:00Z', '2026-06-10T22:59:00.000Z'],
    ['on a Friday, by the end of Monday', '2026-06-12T10:00:00Z', '2026-06-15T22:59:00.000Z'],
    ['on a Saturday, by the end of Monday', '2026-06-13T10:00:00Z', '2026-06-15T22:59:00.000Z'],
    ['on Maundy Thursday, by the end of the Tuesday after Easter', '2026-04-02T10:00:00Z', '2026-04-07T22:59:00.000Z'],
    ['on Christmas Eve, over two bank holidays and a weekend', '2026-12-24T10:00:00Z', '2026-12-29T23:59:00.000Z'],
  ])('%s', (_when, openedAt, due) => {
    expect(reviewDueAt('larkshire', new Date(openedAt)).toISOString()).toBe(due);
  });
});
