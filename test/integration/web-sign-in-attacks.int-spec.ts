import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, type Page } from '../support/browser.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

describe('a sign-in that does not fit', () => {
  let web: TestWeb;

  beforeAll(async () => {
    web = await startTestWeb();
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  async function sessions(): Promise<number> {
    return (await web.database.query('admin', 'SELECT 1 FROM session')).length;
  }

  /** Refused with words that say what to do, and nothing was opened. */
  async function expectRefused(page: Page, browser: Browser, before: number): Promise<void> {
    expect({ status: page.status, start: page.text.includes('Start again') }).toEqual({ status: 400, start: true });
    expect(browser.cookie(web.url, 'front_door')).toBeNull();
    expect(await sessions()).toBe(before);
  }

  function changed(address: string, name: string, value: string | null): string {
    const url = new URL(address);
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    return url.href;
  }

  it('is refused when the same answer comes twice', async () => {
    const browser = new Browser();
    const callback = await web.callback(browser, 'screener');
    expect((await browser.open(callback)).status).toBe(303);
    const before = await sessions();

    const other = new Browser();
    for (const [name, value] of browser.jar) if (!name.endsWith(' front_door')) other.jar.set(name, value);
    await expectRefused(await other.open(callback), other, before);
  });

  it('is refused in a browser that never asked, and one that asked for another', async () => {
    const before = await sessions();
    const victim = new Browser();
    const callback = await web.callback(new Browser(), 'screener');
    await expectRefused(await victim.open(callback), victim, before);
    await victim.open(`${web.url}/sign-in`);
    await expectRefused(await victim.open(callback), victim, before);
  });

  it.each<[string, string, string | null]>([
    ['comes from another issuer', 'iss', 'https://issuer.example.org'],
    ['comes from no issuer', 'iss', null],
    ['has a state of its own', 'state', 's'.repeat(43)],
    ['has no state', 'state', null],
    ['has a code of its own', 'code', 'c'.repeat(43)],
    ['has no code', 'code', null],
    ['is a refusal', 'error', 'access_denied'],
  ])('is refused when the answer %s', async (_what, name, value) => {
    const before = await sessions();
    const browser = new Browser();
    const callback = await web.callback(browser, 'screener');
    const address = changed(callback, name, value);
    await expectRefused(
      await browser.open(name === 'error' ? changed(address, 'code', null) : address),
      browser,
      before,
    );
  });

  it('is refused when the ID token was made for another attempt', async () => {
    const before = await sessions();
    const browser = new Browser();
    const callback = await web.callback(browser, 'screener');
    await web.database.query('admin', `UPDATE sign_in_attempt SET nonce = 'another'`);
    await expectRefused(await browser.open(callback), browser, before);
  });

  it('is refused when it took longer than ten minutes', async () => {
    const before = await sessions();
    const browser = new Browser();
    const callback = await web.callback(browser, 'screener');
    await web.database.query('admin', `UPDATE sign_in_attempt SET expires_at = now() - interval '1 second'`);
    await expectRefused(await browser.open(callback), browser, before);
  });

  it('is refused with one factor, in words that say what to do', async () => {
    const before = await sessions();
    const browser = new Browser();
    const page = await web.signIn(browser, 'one-factor');

    expect(page.status).toBe(401);
    expect(page.text).toContain('confirm with your second factor');
    expect(browser.cookie(web.url, 'front_door')).toBeNull();
    expect(await sessions()).toBe(before);
  });

  it('asks the issuer for a second factor, with PKCE, state and nonce', async () => {
    const page = await new Browser().open(`${web.url}/sign-in`);
    const asked = Object.fromEntries(new URL(page.location ?? '').searchParams);

    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid' });
    expect(asked['acr_values']?.split(' ')).toContain('mfa');
    expect(asked['state']).toMatch(/^[\w-]{43}$/);
    expect(asked['nonce']).toMatch(/^[\w-]{43}$/);
    expect(asked['code_challenge']).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    'https://evil.example.org/',
    '//evil.example.org',
    '/\\evil.example.org',
    'javascript:alert(1)',
    '/a?x=https://elsewhere.example',
    '',
  ])('never leads on to %s', async (to) => {
    const browser = new Browser();
    const page = await web.signIn(browser, 'manager', `${web.url}/sign-in?to=${encodeURIComponent(to)}`);
    expect(page.url).toBe(`${web.url}/`);
  });
});
