import { describe, expect, it } from '@jest/globals';
import { browserKind } from './browser-kind.ts';

describe('the kind of a browser', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0',
      'Edge, Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari, iOS'],
    ['curl/8.5', 'Unknown browser'],
    [undefined, 'Unknown browser'],
  ])('%s', (userAgent, kind) => {
    expect(browserKind(userAgent)).toBe(kind);
  });
});
