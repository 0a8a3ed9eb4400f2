import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import { Browser, fieldOf, type Page } from '../support/browser.ts';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const FORM = '/account/report';
const TYPED = 'A session on “Windows” at 3 a.m. <b>I</b> was asleep & O’Brien saw it.\nSecond line.';

describe('a form', () => {
  let web: TestWeb;

  beforeAll(async () => {
    web = await startTestWeb();
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  /** A person at the form, with its token. */
  async function atForm(person: string): Promise<{ browser: Browser; token: string }> {
    const browser = new Browser();
    const page = await web.signIn(browser, person, `${web.url}${FORM}`);
    return { browser, token: fieldOf(page, '_token') ?? '' };
  }

  function reports(): Promise<{ person_id: string; report: string }[]> {
    return web.database.query('admin', 'SELECT person_id, report FROM sign_in_report ORDER BY reported_at');
  }

  async function expire(): Promise<void> {
    await web.database.query('admin', `UPDATE session SET last_seen_at = now() - interval '31 minutes'`);
  }

  function send(browser: Browser, token: string, headers: Record<string, string> = {}): Promise<Page> {
    return browser.open(`${web.url}${FORM}`, { _token: token, report: TYPED }, headers);
  }

  it('is acted upon when it carries the session’s token: the report is kept sealed, managers read it', async () => {
    const { browser, token } = await atForm('screener');
    const elsewhere = await atForm('screener');

    expect((await send(browser, token)).status).toBe(200);

    const [report] = await reports();
    expect(report?.person_id).toBe('screener');
    expect(report?.report).toMatch(/^test:/);
    expect((await elsewhere.browser.open(`${web.url}/account`)).status).toBe(303);
    expect((await browser.open(`${web.url}/account`)).status).toBe(200);
    const manager = new Browser();
    const list = await web.signIn(manager, 'manager', `${web.url}/sign-in-reports`);
    expect(list.text).toContain('Sam Sparrow');
    expect(list.text).toContain('&lt;b&gt;I&lt;/b&gt; was asleep');
    expect(list.text).not.toContain('<b>I</b>');
    const events = await web.database.query<{ details: object }>(
      'admin',
      `SELECT details FROM audit_event WHERE action = 'person.reported_sign_in'`,
    );
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain('asleep');
  });

  it('that says nothing comes back with what is wrong', async () => {
    const { browser, token } = await atForm('screener');
    const empty = await browser.open(`${web.url}${FORM}`, { _token: token, report: '  ' });
    expect([empty.status, empty.text.includes('Say what you noticed')]).toEqual([422, true]);
    const long = await browser.open(`${web.url}${FORM}`, { _token: token, report: 'x'.repeat(2_001) });
    expect([long.status, fieldOf(long, 'report')?.trim()]).toEqual([422, 'x'.repeat(2_001)]);
  });

  it.each<[string, Record<string, string>]>([
    ['from another site', { origin: 'https://evil.example.org', 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['from a page that hides where it is', { origin: 'null' }],
  ])('sent %s is refused, token or not, and is not held', async (_what, headers) => {
    const before = await reports();
    const { browser, token } = await atForm('screener');
    for (const given of [token, '']) {
      const refused = await send(browser, given, headers);
      expect([refused.status, refused.text.includes('You cannot open this page')]).toEqual([403, true]);
    }
    expect(await reports()).toEqual(before);
    expect(await web.database.query('admin', 'SELECT 1 FROM held_form')).toEqual([]);
  });

  it('that does not say where it comes from is refused', async () => {
    const before = await reports();
    const { browser, token } = await atForm('screener');
    const cookie = `front_door=${browser.cookie(web.url, 'front_door') ?? ''}`;
    const refused = await fetch(`${web.url}${FORM}`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': '' },
      body: new URLSearchParams({ _token: token, report: TYPED }),
    });
    expect(refused.status).toBe(403);
    expect(await reports()).toEqual(before);
  });

  it.each<[string, (token: string) => string]>([
    ['none', () => ''],
    ['a wrong one', () => 'w'.repeat(43)],
    ['a torn one', (token) => token.slice(1)],
  ])('whose token is %s is not acted upon, and comes back filled in', async (_what, change) => {
    const before = await reports();
    const { browser, token } = await atForm('social-worker');

    const answer = await send(browser, change(token));

    expect([answer.status, answer.location]).toEqual([303, `${web.url}${FORM}`]);
    expect(await reports()).toEqual(before);
    const page = await browser.open(`${web.url}${FORM}`);
    expect(fieldOf(page, 'report')?.trim()).toBe(TYPED);
  });

  it('sent with another session’s token is not acted upon', async () => {
    const before = await reports();
    const mine = await atForm('social-worker');
    const theirs = await atForm('manager');
    expect((await send(mine.browser, theirs.token)).status).toBe(303);
    expect(await reports()).toEqual(before);
  });

  describe('that is sent when the session is over', () => {
    async function sentTooLate(person: string): Promise<Browser> {
      const { browser, token } = await atForm(person);
      await expire();
      const answer = await send(browser, token);
      expect([answer.status, answer.location]).toEqual([303, `${web.url}/sign-in?to=%2Faccount%2Freport`]);
      return browser;
    }

    it('comes back filled in after signing in again, once, and only then counts', async () => {
      const before = (await reports()).length;
      const browser = await sentTooLate('social-worker-2');

      const page = await web.signIn(browser, 'social-worker-2', `${web.url}/sign-in?to=${FORM}`);

      expect(page.url).toBe(`${web.url}${FORM}`);
      expect(page.text).toContain('Not sent yet');
      expect(fieldOf(page, 'report')?.trim()).toBe(TYPED);
      expect((await reports()).length).toBe(before);
      const again = await browser.open(`${web.url}${FORM}`);
      expect([again.text.includes('Not sent yet'), fieldOf(again, 'report')?.trim()]).toEqual([false, '']);
      expect((await send(browser, fieldOf(page, '_token') ?? '')).status).toBe(200);
      expect((await reports()).length).toBe(before + 1);
    });

    it('is sealed, and leaves nothing in an address', async () => {
      const browser = await sentTooLate('auditor');
      const held = await web.database.query<{ fields: string }>(
        'admin',
        `SELECT * FROM held_form WHERE person_id = 'auditor'`,
      );
      expect(held).toHaveLength(1);
      expect(held[0]?.fields).toMatch(/^test:/);
      await web.signIn(browser, 'auditor', `${web.url}/sign-in?to=${FORM}`);
      for (const address of browser.visited) expect(decodeURIComponent(address)).not.toMatch(/asleep|O’Brien/);
      expect(await web.database.query('admin', `SELECT 1 FROM held_form WHERE person_id = 'auditor'`)).toEqual([]);
    });

    it('is not shown to another person, and waits for its own', async () => {
      const browser = await sentTooLate('social-worker');
      const other = await web.signIn(browser, 'manager', `${web.url}/sign-in?to=${FORM}`);
      expect([other.url, other.text.includes('asleep')]).toEqual([`${web.url}${FORM}`, false]);
      await expire();
      const own = await web.signIn(browser, 'social-worker', `${web.url}/sign-in?to=${FORM}`);
      expect(fieldOf(own, 'report')?.trim()).toBe(TYPED);
    });

    it('is not shown in another browser, nor after an hour', async () => {
      const browser = await sentTooLate('social-worker');
      const elsewhere = await web.signIn(new Browser(), 'social-worker', `${web.url}/sign-in?to=${FORM}`);
      expect(elsewhere.text).not.toContain('asleep');
      await web.database.query('admin', `UPDATE held_form SET expires_at = now() - interval '1 second'`);
      const late = await web.signIn(browser, 'social-worker', `${web.url}/sign-in?to=${FORM}`);
      expect([late.url, late.text.includes('asleep')]).toEqual([`${web.url}${FORM}`, false]);
    });

    it('is held even when the cookie is gone, for whoever signs in there next', async () => {
      const { browser, token } = await atForm('manager-2');
      browser.setCookie(web.url, 'front_door', 'gone');
      expect((await send(browser, token)).status).toBe(303);
      const page = await web.signIn(browser, 'manager-2', `${web.url}/sign-in?to=${FORM}`);
      expect(fieldOf(page, 'report')?.trim()).toBe(TYPED);
    });

    it('is not given to a browser that only looks ahead', async () => {
      const browser = await sentTooLate('auditor');
      await web.signIn(browser, 'auditor', `${web.url}/account`);
      const ahead = await browser.open(`${web.url}${FORM}`, undefined, { 'sec-purpose': 'prefetch' });
      expect(ahead.text).not.toContain('asleep');
      expect((await browser.open(`${web.url}${FORM}`)).text).toContain('asleep');
    });

    it('with nothing typed just leads on', async () => {
      const { browser, token } = await atForm('manager');
      await expire();
      const answer = await browser.open(`${web.url}/sign-out`, { _token: token });
      expect(answer.location).toBe(`${web.url}/`);
      expect(await web.database.query('admin', `SELECT 1 FROM held_form WHERE person_id = 'manager'`)).toEqual([]);
    });
  });

  describe('that opens a restricted record', () => {
    async function restricted(): Promise<string> {
      const api = await web.startApi();
      const token = await web.issuer.agencyToken('larkbridge-primary');

      const sent = await call<Receipt>(api, '/api/v1/referrals', { token, body: aReferral() });
      await web.database.query('admin', 'UPDATE case_record SET restricted = true');
      return sent.body.reference;
    }

    it('asks for reference and reason, survives a session that is over, and opens for half an hour', async () => {
      const reference = await restricted();
      const browser = new Browser();
      const form = await web.signIn(browser, 'social-worker', `${web.url}/break-glass`);
      const fields = { _token: fieldOf(form, '_token') ?? '', reference, reason: 'The mother is at the desk now.' };

      const short = await browser.open(`${web.url}/break-glass`, { ...fields, reason: 'Now.' });
      expect([short.status, fieldOf(short, 'reference')]).toEqual([422, reference]);
      const unknown = await browser.open(`${web.url}/break-glass`, { ...fields, reference: 'FD-2222-2222' });
      expect([unknown.status, unknown.text.includes('no restricted record')]).toEqual([422, true]);
      await expire();
      expect((await browser.open(`${web.url}/break-glass`, fields)).status).toBe(303);
      const again = await web.signIn(browser, 'social-worker', `${web.url}/sign-in?to=/break-glass`);
      expect([fieldOf(again, 'reference'), fieldOf(again, 'reason')?.trim()]).toEqual([reference, fields.reason]);
      expect(await web.database.query('admin', 'SELECT 1 FROM break_glass')).toEqual([]);

      const key = browser.cookie(web.url, 'front_door');
      const done = await browser.open(`${web.url}/break-glass`, { ...fields, _token: fieldOf(again, '_token') ?? '' });

      expect([done.status, done.text.includes('open to you until')]).toEqual([200, true]);
      expect(browser.cookie(web.url, 'front_door')).not.toBe(key);
      expect((await browser.open(`${web.url}/account`)).status).toBe(200);
      expect(await web.database.query('admin', 'SELECT opened_by FROM break_glass')).toEqual([
        { opened_by: 'social-worker' },
      ]);
      const auditor = new Browser();
      expect((await web.signIn(auditor, 'auditor', `${web.url}/break-glass`)).status).toBe(403);
    }, 30_000);
  });

  it('of another kind, too large, with too many fields or NUL is refused in plain words', async () => {
    const { browser, token } = await atForm('screener');
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`f${String(at)}`, 'x']));
    const tries: [Record<string, string>, number][] = [
      [{ _token: token, report: 'x'.repeat(70_000) }, 413],
      [{ _token: token, ...many }, 413],
      [{ _token: token, report: 'a\0b' }, 400],
    ];
    for (const [fields, status] of tries) {
      const page = await browser.open(`${web.url}${FORM}`, fields);
      expect([page.status, page.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    }
    const json = await fetch(`${web.url}${FORM}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: web.url },
      body: '{}',
    });
    expect(json.status).toBe(415);
  });
});
