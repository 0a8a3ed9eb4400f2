import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, fieldOf } from '../support/browser.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

describe('the edges of the pages', () => {
  let web: TestWeb;

  beforeAll(async () => {
    web = await startTestWeb({ RATE_PER_ADDRESS: '40' });
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  it('show the way out on every page of somebody who is signed in, and nobody else', async () => {
    const browser = new Browser();
    await web.signIn(browser, 'manager');

    for (const path of ['/', '/account', '/account/report', '/sign-in-reports', '/nothing-here']) {
      const page = await browser.open(`${web.url}${path}`);
      expect([path, page.status < 400 && page.text.split('action="/sign-out"').length - 1]).toEqual([
        path,
        path === '/nothing-here' ? false : 1,
      ]);
    }
    expect((await new Browser().open(web.url)).text).not.toContain('action="/sign-out"');
  });

  it('have the browser let go of everything at the sign-out', async () => {
    const browser = new Browser();
    const page = await web.signIn(browser, 'screener');
    const out = await browser.open(`${web.url}/sign-out`, { _token: fieldOf(page, '_token') ?? '' });

    expect(out.status).toBe(303);
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(browser.cookie(web.url, 'front_door')).toBeNull();
  });

  it('turn an address away that asks too often, in plain words, and never the health of the service', async () => {
    const browser = new Browser();
    let page = await browser.open(web.url);
    for (let asked = 0; asked < 45 && page.status === 200; asked += 1) page = await browser.open(web.url);

    expect(page.status).toBe(429);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(page.text).toContain('<h1');
    expect((await browser.open(`${web.url}/health/live`)).status).toBe(200);
  });
});
