import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, fieldOf, type Page } from '../support/browser.ts';
import { call, eventually } from '../support/http.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const SESSION = 'front_door';

describe('signing in at the pages', () => {
  let web: TestWeb;

  beforeAll(async () => {
    web = await startTestWeb();
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  function keyOf(browser: Browser): string {
    return browser.cookie(web.url, SESSION) ?? '';
  }

  /** Opens a page with this key and nothing else, as somebody would who got hold of it. */
  async function statusWith(key: string): Promise<number> {
    const thief = new Browser();
    thief.setCookie(web.url, SESSION, key);
    return (await thief.open(`${web.url}/account`)).status;
  }

  async function press(browser: Browser, action: string, from = '/account'): Promise<Page> {
    const page = await browser.visit(`${web.url}${from}`);
    return browser.open(`${web.url}${action}`, { _token: fieldOf(page, '_token') ?? '' });
  }

  async function events(action: string): Promise<{ actor_id: string; details: Record<string, unknown> }[]> {
    return web.database.query(
      'admin',
      'SELECT actor_id, details FROM audit_event WHERE action = $1 ORDER BY sequence',
      [action],
    );
  }

  it('leads to the page that was asked for, shows who is there, and is in the trail', async () => {
    const browser = new Browser();
    const start = await browser.visit(web.url);
    expect(start.status).toBe(200);
    expect(start.text).toContain('href="/sign-in"');

    const page = await web.signIn(browser, 'screener', `${web.url}/account`);

    expect(page.url).toBe(`${web.url}/account`);
    expect(page.text).toContain('Sam Sparrow');
    expect(page.text).toContain('Screener');
    expect(page.text).toContain('Firefox, Linux');
    expect((await events('person.signed_in')).map((event) => event.actor_id)).toEqual(['screener']);
  });

  it('gives a key that nobody could know before, and ends the session that the browser had', async () => {
    const browser = new Browser();
    const planted = 'p'.repeat(43);
    browser.setCookie(web.url, SESSION, planted);

    await web.signIn(browser, 'screener');
    const first = keyOf(browser);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(first).not.toBe(planted);
    expect([await statusWith(planted), await statusWith(first)]).toEqual([303, 200]);

    const again = await browser.open(await web.callback(new Browser(), 'screener'));
    expect(again.status).toBe(400);
    await web.database.query('admin', `UPDATE session SET last_seen_at = now() - interval '31 minutes'`);
    await web.signIn(browser, 'screener', `${web.url}/account`);
    expect(keyOf(browser)).not.toBe(first);
    expect(await statusWith(first)).toBe(303);
    expect(await events('session.ended')).toContainEqual(
      expect.objectContaining({ details: expect.objectContaining({ by: 'sign_in' }) as unknown }),
    );
  });

  it('stores neither the key nor what the issuer’s code is redeemed with', async () => {
    const browser = new Browser();
    await web.callback(browser, 'screener');
    await web.signIn(browser, 'screener');
    const rows = await web.database.query('admin', 'SELECT * FROM session');
    const attempts = await web.database.query<{ verifier: string; state_hash: string }>(
      'admin',
      'SELECT * FROM sign_in_attempt',
    );

    expect(JSON.stringify(rows)).not.toContain(keyOf(browser));
    expect(attempts.length).toBeGreaterThan(0);
    for (const { verifier } of attempts) expect(verifier).toMatch(/^test:/);
    expect(JSON.stringify(rows)).not.toMatch(/eyJ/);
  });

  it('shows the database’s roles a session only by the hash of its key', async () => {
    await web.signIn(new Browser(), 'auditor');
    const bare = await web.database.query('admin', `SELECT 1 FROM session`);
    const count = (table: string, setting = 'front_door.x') =>
      web.database.query<{ count: number }>(
        'api',
        `SELECT (SELECT count(*)::int FROM ${table}) AS count FROM (SELECT set_config('front_door.authority', '', false),
           set_config($1, 'x', false)) AS s`,
        [setting],
      );

    expect(bare.length).toBeGreaterThan(0);
    for (const table of ['session', 'sign_in_attempt', 'held_form']) {
      expect(await count(table)).toEqual([{ count: 0 }]);
      expect(await count(table, 'front_door.browser')).toEqual([{ count: 0 }]);
    }
  });

  it.each([
    ['idle for half an hour', `last_seen_at = now() - interval '31 minutes'`],
    ['twelve hours old', `expires_at = now() - interval '1 second'`],
    ['ended by hand', 'ended_at = now()'],
  ])('is over when the session is %s', async (_what, change) => {
    const browser = new Browser();
    await web.signIn(browser, 'screener');
    const key = keyOf(browser);
    expect(await statusWith(key)).toBe(200);

    await web.database.query('admin', `UPDATE session SET ${change} WHERE ended_at IS NULL`);

    expect(await statusWith(key)).toBe(303);
    const away = await browser.visit(`${web.url}/account`);
    expect(new URL(away.url).origin).toBe(web.issuer.url);
    expect(browser.visited.at(-2)).toContain('prompt=login');
  });

  it('lasts twelve hours and no longer, whatever happens in it', async () => {
    const browser = new Browser();
    await web.signIn(browser, 'manager');
    const [row] = await web.database.query<{ hours: number }>(
      'admin',
      `SELECT extract(epoch FROM expires_at - created_at)::int / 3600 AS hours FROM session ORDER BY created_at DESC LIMIT 1`,
    );
    expect(row).toEqual({ hours: 12 });
  });

  it('changes the key every quarter of an hour; the old one serves requests under way and nobody later', async () => {
    const browser = new Browser();
    await web.signIn(browser, 'screener');
    const old = keyOf(browser);
    await web.database.query('admin', `UPDATE session SET rotated_at = now() - interval '16 minutes'`);

    const parallel = await Promise.all([1, 2, 3].map(() => browser.open(`${web.url}/account`)));
    expect(parallel.map((page) => page.status)).toEqual([200, 200, 200]);
    const fresh = keyOf(browser);
    expect(fresh).not.toBe(old);
    expect(parallel.flatMap((page) => page.headers.getSetCookie())).toHaveLength(1);
    expect([await statusWith(old), await statusWith(fresh)]).toEqual([200, 200]);

    await web.database.query('admin', `UPDATE session SET rotated_at = now() - interval '11 seconds'`);
    expect([await statusWith(old), await statusWith(fresh)]).toEqual([303, 200]);
  });

  it('ends with the sign-out, here and at the issuer; the key opens nothing more', async () => {
    const browser = new Browser();
    await web.signIn(browser, 'auditor');
    const key = keyOf(browser);

    const out = await press(browser, '/sign-out', '/');

    expect(out.status).toBe(303);
    expect(out.location).toContain(`${web.issuer.url}/session/end?`);
    expect(browser.cookie(web.url, SESSION)).toBeNull();
    expect(await statusWith(key)).toBe(303);
    expect((await events('person.signed_out')).at(-1)).toMatchObject({ actor_id: 'auditor' });
  });

  it('lists the own sessions and ends one of them at once, never somebody else’s', async () => {
    const [here, there, other] = [
      new Browser(),
      new Browser('Mozilla/5.0 (iPhone) Version/18 Safari/604'),
      new Browser(),
    ];
    await web.signIn(here, 'manager-2');
    await web.signIn(there, 'manager-2');
    await web.signIn(other, 'administrator');
    const page = await here.visit(`${web.url}/account`);
    expect(page.text).toContain('Safari, iOS');
    const id = /\/account\/sessions\/([0-9a-f-]{36})\/end/.exec(page.text)?.[1] ?? '';

    expect((await press(other, `/account/sessions/${id}/end`)).status).toBe(404);
    expect((await press(here, `/account/sessions/${randomUUID()}/end`)).status).toBe(404);
    expect((await press(here, '/account/sessions/x/end')).status).toBe(404);
    expect(await statusWith(keyOf(there))).toBe(200);
    expect((await press(here, `/account/sessions/${id}/end`)).location).toBe(`${web.url}/account`);
    expect(await statusWith(keyOf(there))).toBe(303);
    expect(await statusWith(keyOf(here))).toBe(200);
  });

  it('signs out everywhere: every session at once, every token within 5 s; a later sign-in counts', async () => {
    const api = await web.startApi();
    const [here, there] = [new Browser(), new Browser()];
    await web.signIn(here, 'social-worker');
    await web.signIn(there, 'social-worker');
    const token = await web.issuer.staffToken('social-worker');
    const others = await web.issuer.staffToken('social-worker-2');
    const statusOf = async (bearer: string) => (await call(api, '/api/v1/cases', { token: bearer })).status;
    expect([await statusOf(token), await statusOf(others)]).toEqual([200, 200]);

    const out = await press(here, '/account/sign-out-everywhere');
    const since = performance.now();

    expect(out.status).toBe(303);
    expect([await statusWith(keyOf(here)), await statusWith(keyOf(there))]).toEqual([303, 303]);
    await eventually(
      () => statusOf(token),
      (status) => status === 401,
      5_000,
    );
    expect(performance.now() - since).toBeLessThan(5_000);
    expect(await statusOf(others)).toBe(200);
    await sleep(1_100);
    expect(await statusOf(await web.issuer.staffToken('social-worker'))).toBe(200);
    expect((await events('person.signed_out_everywhere')).at(-1)).toMatchObject({ actor_id: 'social-worker' });
  }, 20_000);

  it('ends sessions that the issuer reports over, and believes nobody else', async () => {
    const browser = new Browser();
    await web.signIn(browser, 'auditor');
    const out = await press(browser, '/sign-out', '/');
    const stays = new Browser();
    await web.signIn(stays, 'auditor');

    const forged = await fetch(`${web.url}/sign-in/issuer-logout`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: await web.issuer.staffToken('auditor') }),
    });
    expect(forged.status).toBe(401);
    expect(await statusWith(keyOf(stays))).toBe(200);

    const confirm = await stays.open(`${web.issuer.url}/session/end`);
    const secret = fieldOf(confirm, 'xsrf') ?? '';
    await stays.visit(`${web.issuer.url}/session/end/confirm`, { xsrf: secret, logout: 'yes' });
    await eventually(
      () => statusWith(keyOf(stays)),
      (status) => status === 303,
    );
    expect(out.status).toBe(303);
    expect((await events('session.ended')).at(-1)).toMatchObject({ details: { by: 'issuer' } });
  });
});
