import { describe, expect, it } from '@jest/globals';
import { PAGES } from '../../apps/web/page-access.ts';
import { PAGE_STATES } from '../support/page-states/index.ts';

describe('every page', () => {
  it('is in the table of states that a browser looks at, once', () => {
    const pages = Object.keys(PAGES).filter((route) => route.startsWith('GET '));
    const looked = Object.values(PAGE_STATES).flatMap((states) => Object.keys(states));

    expect(looked.sort()).toEqual(pages.sort());
  });
});
