import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POLICY } from '#access-policy';
import { loadEnvironment } from '#platform';
import { createWeb } from '../../apps/web/create-web.ts';
import { type PageNeeds, PAGES } from '../../apps/web/page-access.ts';
import { Browser, type Page } from '../support/browser.ts';
import { HIGH_LIMITS } from '../support/test-limits.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

/** Answered with no page of their own: the way to the issuer, files, health, downloads, streams, seconds, and a draft's pages. */
const NO_PAGE =
  /^\/(sign-in|assets|health|language|session-left|stay-signed-in|ask-for-help\/\w+)(\/|$)|\/(back|changes|csv|template)$/;
/** The one address elsewhere: where the control to leave quickly leads. */
const EXIT = 'https://www.bbc.co.uk/weather';

const SHOWN = Object.entries(PAGES).flatMap(([route, { access }]) => {
  const [method = '', path = ''] = route.split(' ');
  const isShown = method === 'GET' && !path.includes(':') && !NO_PAGE.test(path);
  return isShown && isForManagers(access) ? [{ path, access }] : [];
});

function isForManagers(access: PageNeeds['access']): boolean {
  return (
    access === 'public' ||
    access === 'signed_in' ||
    POLICY.some((grant) => grant.role === 'manager' && grant.action === access)
  );
}

describe('the pages', () => {
  let web: TestWeb;
  let browser: Browser;

  beforeAll(async () => {
    web = await startTestWeb();
    browser = new Browser();
    await web.signIn(browser, 'manager');
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  function expectSafe(page: Page): void {
    const { headers } = page;
    const policy = (headers.get('content-security-policy') ?? '').split('; ').sort().join('; ');
    expect(policy).toBe(
      `base-uri 'none'; connect-src 'self'; default-src 'none'; form-action 'self' ${web.issuer.url}; frame-ancestors 'none'; img-src 'self'; script-src 'self'; style-src 'self'`,
    );
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  }

  /** Nothing that the policy would stop, and nothing that a browser would fetch elsewhere. */
  function expectStill(page: Page): void {
    const text = page.text.replace(/<script type="module" src="\/assets\/[^"]+"><\/script>/, '').replaceAll(EXIT, '/');
    expect(text).not.toMatch(/<script|<style|<iframe|<object|<embed|\sstyle=|\son\w+=|javascript:/i);
    const fetched = [...text.matchAll(/(?:src|href|action)="([^"]*)"/g)].map((match) => match[1] ?? '');
    for (const address of fetched) expect(address).toMatch(/^(\/(?!\/)|#)/);
  }

  it.each(SHOWN)('$path is whole without script, safe in its headers, and says what it is', async ({ path }) => {
    const page = await browser.open(`${web.url}${path}`);

    expect(page.status).toBe(200);
    expectSafe(page);
    expectStill(page);
    expect(page.text).toMatch(/<html lang="en"/);
    expect(page.text).toMatch(/<title>[^<]+ – Front Door<\/title>/);
    expect(page.text.match(/<h1/g)).toHaveLength(1);
  });

  it.each(SHOWN.filter(({ access }) => access !== 'public'))('$path asks for a sign-in first', async ({ path }) => {
    const page = await new Browser().open(`${web.url}${path}`);
    expect([page.status, page.location]).toEqual([303, `${web.url}/sign-in?to=${encodeURIComponent(path)}`]);
  });

  it('are reached from one another: no link leads nowhere', async () => {
    const seen = new Set<string>();
    const waiting = ['/'];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [path = ''] = next.split('?');
      if (seen.has(path) || NO_PAGE.test(path)) continue;
      seen.add(path);
      const page = await browser.open(`${web.url}${next}`);
      expect({ next, isThere: page.status < 400 }).toEqual({ next, isThere: true });
      waiting.push(...[...page.text.matchAll(/href="(\/[^"#]*)"/g)].map((match) => match[1] ?? ''));
    }
    expect([...seen]).toEqual(expect.arrayContaining(['/', '/account', '/account/report', '/sign-in-reports']));
  });

  it('take style sheet, script and icon from here, for long, packed, and no font', async () => {
    const { text } = await browser.open(web.url);
    const files = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files).toHaveLength(3);
    for (const file of files) {
      const asset = await browser.open(`${web.url}${file}`);
      expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(asset.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
      expect(asset.text).not.toMatch(/@font-face|url\(|GDS Transport/);
    }
    for (const odd of ['/assets/x.css', '/assets/x/front-door.css', `${files[0] ?? ''}.map`, '/assets/x/constructor']) {
      expect((await browser.open(`${web.url}${odd}`)).status).toBe(404);
    }
  });

  it.each([
    ['/nothing-here', 404, 'Page not found'],
    ['/account/report/x', 404, 'Page not found'],
    ['/account/sessions/x/end', 404, 'Page not found'],
    ['/%zz', 404, 'Page not found'],
    [`/account/sessions/${'x'.repeat(300)}`, 404, 'Page not found'],
  ])('answer %s with %i in plain words', async (path, status, words) => {
    const page = await browser.open(`${web.url}${path}`);
    expect([page.status, page.text.includes(words)]).toEqual([status, true]);
    expectSafe(page);
    expectStill(page);
  });

  it('tell whose role does not cover a page so, and show nothing of it', async () => {
    const screener = new Browser();
    const page = await web.signIn(screener, 'screener', `${web.url}/sign-in-reports`);
    expect([page.status, page.text.includes('You cannot open this page')]).toEqual([403, true]);
    expect(page.text).not.toContain('Reported sign-ins');
    expectSafe(page);
  });

  it('say that they are away while PostgreSQL is, and leak nothing of why', async () => {
    await web.database.query('admin', 'ALTER TABLE session RENAME TO session_away');
    const page = await browser.open(`${web.url}/account`);
    await web.database.query('admin', 'ALTER TABLE session_away RENAME TO session');

    expect(page.status).toBe(500);
    expect(page.text).toContain('Something went wrong on our side');
    expect(page.text).toContain('call 999');
    expect(page.text).not.toMatch(/session|relation|select|\.ts/i);
    expectSafe(page);
  });

  it('answer no HEAD, so that nothing is taken unseen', async () => {
    const head = await fetch(`${web.url}/account/report`, { method: 'HEAD' });
    expect(head.status).toBe(404);
  });

  it('over https set __Host- cookies and HSTS; in production they refuse http', async () => {
    const settings = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://front_door_api:kq8Zx2vWm4@localhost/front_door',
      DATABASE_TLS: 'off',
      FIELD_KEYS: web.environment.FIELD_KEYS,
      OIDC_ISSUER: 'https://issuer.example.org',
      OIDC_WEB_CLIENT_KEY: web.environment.OIDC_WEB_CLIENT_KEY,
      ...HIGH_LIMITS,
    };
    await expect(createWeb(loadEnvironment(settings))).rejects.toThrow(/PUBLIC_URL/);
    const secure = await createWeb(
      loadEnvironment({
        ...settings,
        DATABASE_URL: web.environment.DATABASE_URL,
        OIDC_ISSUER: web.issuer.url,
        NODE_ENV: 'test',
        PUBLIC_URL: 'https://x.example.org',
      }),
    );
    await secure.listen(0, '127.0.0.1');
    const answer = await fetch(`${await secure.getUrl()}/sign-in`, { redirect: 'manual' });
    await secure.close();

    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-front_door_browser=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=63072000');
  });
});
