import { describe, expect, it } from '@jest/globals';
import { placesOpened } from './lower-list-places.ts';

describe('how many places of a list were opened', () => {
  it.each([
    ['none of it', [], 0],
    ['one page', [{ first: 1, last: 50 }], 50],
    [
      'the last page before the first',
      [
        { first: 51, last: 60 },
        { first: 1, last: 50 },
      ],
      60,
    ],
    [
      'a page left out',
      [
        { first: 1, last: 50 },
        { first: 101, last: 120 },
      ],
      70,
    ],
    [
      'pages of two sizes, which overlap',
      [
        { first: 1, last: 50 },
        { first: 1, last: 100 },
        { first: 51, last: 60 },
      ],
      100,
    ],
    [
      'the same page twice',
      [
        { first: 1, last: 50 },
        { first: 1, last: 50 },
      ],
      50,
    ],
  ])('%s', (_what, parts, opened) => {
    expect(placesOpened(parts)).toBe(opened);
  });
});
