import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { packPage } from './pack-page.ts';

const OPEN = `<p>${'The published thresholds. '.repeat(1_000)}</p>`;

describe('a page on its way', () => {
  it('is compressed when it stands open to everybody', () => {
    const { body, encoding } = packPage(OPEN, 'gzip, deflate, br');

    expect(encoding).toBe('gzip');
    expect(gunzipSync(body as Buffer).toString()).toBe(OPEN);
    expect(body.length).toBeLessThan(OPEN.length / 5);
  });

  it('is not when it holds a form with a secret, when the browser cannot, or when it is short', () => {
    const withForm = `${OPEN}<input type="hidden" name="_token" value="secret">`;

    expect(packPage(withForm, 'gzip')).toEqual({ body: withForm, encoding: null });
    expect(packPage(OPEN, undefined).encoding).toBeNull();
    expect(packPage('<p>Short.</p>', 'gzip').encoding).toBeNull();
  });
});
