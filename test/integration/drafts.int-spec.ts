import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RemoveExpiredDrafts } from '#drafts';
import { WorkerModule } from '../../apps/worker/worker.module.ts';
import { Browser, fieldOf, type Page } from '../support/browser.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const WORDS = 'Robin says: “He hit me.” <b>Twice</b> & more.\nSecond line. ';
const MARKS = ['_token', '_save', '_base', '_writer', '_seq', '_draft'];

describe('a draft of a referral', () => {
  let web: TestWeb;

  beforeAll(async () => {
    web = await startTestWeb();
    await web.startApi();
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  /** Somebody signed in, with a draft; resolves to its address. */
  async function begun(person = 'teacher', start = '/referrals/new'): Promise<{ browser: Browser; draft: string }> {
    const browser = new Browser();
    const page = await web.signIn(browser, person, `${web.url}${start}`);
    const first = await browser.visit(`${web.url}${start}`, { _token: fieldOf(page, '_token') ?? '' });
    return { browser, draft: first.url.replace(/\/danger$/, '') };
  }

  /** What a page carries beside its fields. */
  function marksOf(page: Page): Record<string, string> {
    return Object.fromEntries(MARKS.map((name) => [name, fieldOf(page, name) ?? '']));
  }

  /** Opens a page, fills it in and sends it. */
  async function fill(browser: Browser, address: string, fields: Record<string, string>): Promise<Page> {
    return browser.visit(address, { ...marksOf(await browser.visit(address)), ...fields });
  }

  async function complete(browser: Browser, draft: string): Promise<void> {
    await fill(browser, `${draft}/sender`, { 'sender-phone': '01632 960010', 'sender-role': 'Teacher' });
    await fill(browser, `${draft}/child-1`, { 'child-1-givenName': 'Robin' });
    await fill(browser, `${draft}/worries`, { summary: WORDS });
  }

  function stored(draft: string): Promise<{ content: string | null; ended: string | null; channel: string }[]> {
    const id = draft.split('/').at(-1);
    return web.database.query('admin', 'SELECT content, ended, channel FROM referral_draft WHERE id = $1', [id]);
  }

  function referralsOf(draft: string): Promise<{ agency: string; channel: string; by: string; details: object }[]> {
    return web.database.query(
      'admin',
      `SELECT r.agency_id AS agency, r.channel, r.submitted_by AS by, e.details FROM referral r
         JOIN audit_event e ON e.referral_id = r.id AND e.action = 'referral.received'
       WHERE r.idempotency_key = $1`,
      [draft.split('/').at(-1)],
    );
  }

  it('is written page by page without script, kept as it was typed, and sent once', async () => {
    const { browser, draft } = await begun();
    const wrong = {
      'child-1-givenName': 'Robin',
      'child-1-age': 'born',
      'child-1-born-day': '31',
      'child-1-born-month': '2',
    };
    const faulty = await fill(browser, `${draft}/child-1`, { ...wrong, 'child-1-born-year': '2017' });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('href="#child-1-born-day"');
    expect(fieldOf(faulty, 'child-1-born-month')).toBe('2');
    await fill(browser, `${draft}/child-1`, { ...wrong, 'child-1-born-month': '3', 'child-1-born-year': '2017' });
    await fill(browser, `${draft}/worries`, { summary: WORDS });
    expect(fieldOf(await browser.visit(`${draft}/worries`), 'summary')).toBe(`\n${WORDS}`);
    expect((await stored(draft))[0]?.content).toMatch(/^test:/);

    const early = await browser.visit(`${draft}/check`, marksOf(await browser.visit(`${draft}/check`)));
    expect(early.status).toBe(422);
    await complete(browser, draft);
    const marks = marksOf(await browser.visit(`${draft}/check`));
    const [receipt, again] = await Promise.all([1, 2].map(() => browser.visit(`${draft}/check`, marks)));

    expect(receipt?.url).toMatch(/\/referrals\/FD-[\w-]+\/receipt$/);
    expect(again?.url).toBe(receipt?.url);
    const details = { children: 1, channel: 'form', agencyId: 'larkbridge-primary' };
    expect(await referralsOf(draft)).toEqual([
      { agency: 'larkbridge-primary', channel: 'form', by: 'teacher', details },
    ]);
    expect(await stored(draft)).toEqual([{ content: null, ended: 'sent', channel: 'form' }]);
    const next = await begun();
    expect(fieldOf(await next.browser.visit(`${next.draft}/sender`), 'sender-role')).toBe('Teacher');
  });

  it('shows both texts when two devices wrote in one field', async () => {
    const { browser, draft } = await begun();
    const [here, there] = [await browser.visit(`${draft}/worries`), await browser.visit(`${draft}/worries`)];
    await browser.visit(`${draft}/worries`, { ...marksOf(there), summary: 'Typed there', frequency: 'Often' });
    const both = await browser.visit(`${draft}/worries`, { ...marksOf(here), summary: 'Typed here' });

    expect(fieldOf(both, 'summary')).toBe('\nTyped here');
    expect(both.text).toContain('Typed there');
    expect(fieldOf(both, 'frequency')).toBe('Often');
    const settled = await browser.visit(`${draft}/worries`, {
      ...marksOf(both),
      summary: 'Typed here',
      frequency: 'Often',
      _do: 'use:summary',
    });
    expect(fieldOf(settled, 'summary')).toBe('\nTyped there');
  });

  it('takes what is typed after the session is over, by the key of the page and by no other', async () => {
    const { browser, draft } = await begun();
    const marks = marksOf(await browser.visit(`${draft}/worries`));
    await web.database.query('admin', 'DELETE FROM session');
    const autosave = (fields: Record<string, string>) =>
      browser.open(`${draft}/autosave`, { ...marks, _page: 'worries', summary: WORDS, ...fields });

    expect((await autosave({ _save: marks['_save']?.replace(/.$/, 'x') ?? '' })).status).toBe(403);
    expect((await autosave({ frequency: 'Daily' })).text).toContain('"state":"saved"');
    const long = 'é'.repeat(20_000);
    const away = await browser.open(`${draft}/worries`, {
      ...marks,
      _seq: '2',
      summary: WORDS,
      frequency: 'Daily',
      'injury-description': long,
    });
    expect(away.location).toContain('/sign-in');

    const back = await web.signIn(browser, 'teacher', `${draft}/worries`);
    expect(fieldOf(back, 'frequency')).toBe('Daily');
    expect(fieldOf(back, 'injury-description')).toBe(`\n${long}`);
    const other = await begun('teacher-2');
    expect((await other.browser.visit(`${draft}/worries`)).status).toBe(404);
    expect((await other.browser.open(`${draft}/worries`, { ...marks, summary: 'Not mine' })).status).toBe(404);
  });

  it('is entered for a caller by whoever takes calls, for the caller’s agency', async () => {
    const { browser, draft } = await begun('contact-centre', '/telephone/new');
    expect((await browser.visit(`${draft}/danger`)).text).toContain('hang up and call 999');
    await fill(browser, `${draft}/caller`, { caller: 'professional', 'caller-agency': 'larkshire-police' });
    await complete(browser, draft);
    const sent = await fill(browser, `${draft}/check`, {});

    expect(sent.url).toMatch(/\/sent$/);
    const details = { children: 1, channel: 'telephone', agencyId: 'larkshire-police' };
    expect(await referralsOf(draft)).toEqual([
      { agency: 'larkshire-police', channel: 'telephone', by: 'contact-centre', details },
    ]);
    const teacher = new Browser();
    expect((await web.signIn(teacher, 'teacher', `${web.url}/telephone/new`)).status).toBe(403);
  });

  it('is written by a family without an account, taken up elsewhere by its code, and removed when it is not sent', async () => {
    const form = `${web.url}/ask-for-help/form`;
    const browser = new Browser();
    const code = /fd-code[^>]*>([A-Z0-9-]{19})</.exec(
      (await browser.visit(`${web.url}/ask-for-help/start`, {})).text,
    )?.[1];
    const danger = await fill(browser, `${form}/danger`, { danger: 'yes' });
    expect(danger.text).toContain('01632 960199');
    await fill(browser, `${form}/who`, { who: 'child' });
    await fill(browser, `${form}/worries`, { summary: WORDS });
    const elsewhere = new Browser();
    expect((await elsewhere.visit(`${web.url}/ask-for-help/resume`, { code: 'ABCD-EFGH-JKLM-NPQR' })).status).toBe(422);
    await elsewhere.visit(`${web.url}/ask-for-help/resume`, { code: code?.toLowerCase().replaceAll('-', ' ') ?? '' });
    expect(fieldOf(await elsewhere.visit(`${form}/worries`), 'summary')).toBe(`\n${WORDS}`);
    await fill(elsewhere, `${form}/child`, { 'child-1-givenName': 'Robin' });
    await fill(elsewhere, `${form}/contact`, { 'sender-phone': '01632 960011' });
    const draft = fieldOf(await elsewhere.visit(`${form}/contact`), '_draft') ?? '';
    expect((await fill(elsewhere, `${form}/check`, {})).url).toBe(`${web.url}/ask-for-help/sent`);
    expect(await referralsOf(draft)).toMatchObject([{ agency: 'families', channel: 'self_referral' }]);

    const abandoned = await begun();
    await fill(abandoned.browser, `${abandoned.draft}/worries`, { summary: WORDS });
    await web.database.query(
      'admin',
      `UPDATE referral_draft SET expires_at = now() - interval '1 day' WHERE ended IS NULL`,
    );
    const worker = await NestFactory.createApplicationContext(WorkerModule.forProcess(web.environment), {
      logger: false,
    });
    await worker.get(RemoveExpiredDrafts).execute();
    await worker.close();
    expect(await stored(abandoned.draft)).toEqual([{ content: null, ended: 'expired', channel: 'form' }]);
    expect((await abandoned.browser.visit(`${web.url}/referrals/new`)).text).toContain('not sent in time');
    expect((await browser.visit(`${web.url}/referrals/drafts/${randomUUID()}/worries`)).url).toContain('/interaction/');
  });
});
