import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BULK_COLUMNS } from '#intake';
import { Browser, fieldOf, type Page } from '../support/browser.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const HEADINGS = 'Notice reference,Child given name,What happened,Risk grade,Officer telephone';
const GOOD = ['PPN-1,Robin,A row between adults.,High,01632 960010', 'PPN-2,Kim,Another.,Standard,01632 960010'];
const FAULTY = 'PPN-3,Alex,A third.,Severe,01632 960010';

describe('police notices in a file', () => {
  let web: TestWeb;
  let officer: Browser;

  beforeAll(async () => {
    web = await startTestWeb();
    // Registers the agencies.
    await web.startApi();
    officer = new Browser();
    await web.signIn(officer, 'police-officer');
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  async function send(browser: Browser, rows: readonly string[], token?: string): Promise<Page> {
    const form = new FormData();
    form.set('_token', token ?? fieldOf(await browser.visit(`${web.url}/uploads`), '_token') ?? '');
    form.set('file', new Blob([[HEADINGS, ...rows].join('\r\n')]), 'notices.csv');
    const cookie = [...browser.jar].map(([key, value]) => `${key.split(' ')[1] ?? ''}=${value}`).join('; ');
    const response = await fetch(`${web.url}/uploads`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { cookie, origin: web.url, 'sec-fetch-site': 'same-origin' },
    });
    const location = response.headers.get('location');
    if (location !== null) return browser.visit(new URL(location, web.url).href);
    const { status, headers, url } = response;
    return { url, status, headers, location, text: await response.text() };
  }

  async function stored(page: Page): Promise<Page> {
    await officer.visit(`${page.url}/send`, { _token: fieldOf(page, '_token') ?? '' });
    for (let tries = 0; tries < 50; tries += 1) {
      const now = await officer.visit(page.url);
      if (now.text.includes('Your notices</h1>')) return now;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The rows were not stored in five seconds.');
  }

  function referrals(): Promise<{ body: string; reference: string }[]> {
    return web.database.query('admin', 'SELECT reference FROM referral ORDER BY received_at, reference');
  }

  it('are checked row by row: good ones can be sent while the others come back to be mended', async () => {
    const checked = await send(officer, [...GOOD, FAULTY]);

    expect(checked.text).toContain('2 rows are ready to send.');
    expect(checked.text).toContain('Write one of the words that the description of the columns gives.');
    expect(await referrals()).toHaveLength(0);

    const done = await stored(checked);
    const receipts = await officer.visit(`${checked.url}/receipts`);
    const back = await officer.visit(`${checked.url}/faults`);
    const sent = await referrals();

    expect(done.text).toContain('2 notices are stored.');
    expect(sent).toHaveLength(2);
    for (const { reference } of sent) expect(receipts.text).toContain(reference);
    expect(receipts.text).toContain('2,PPN-1,');
    expect(back.text).toContain('4,Risk grade: Write one of the words');
    expect((await send(officer, [FAULTY.replace('Severe', 'High')])).text).toContain('1 row is ready to send.');
  });

  it('are doubled by nobody: the same file again stores nothing, and one that says otherwise comes back', async () => {
    const before = await referrals();
    const again = await stored(await send(officer, [GOOD[0] ?? '', 'PPN-2,Kim,Something else.,High,01632 960010']));

    expect(again.text).toContain('1 notice is stored. 1 of them had been sent before and was not doubled.');
    expect(again.text).toContain('A notice with this reference was sent before and said something else.');
    expect(await referrals()).toEqual(before);
  });

  it('lie sealed, are nobody else’s, and are forgotten when their time is over', async () => {
    const [upload] = await web.database.query<{ id: string }>('admin', 'SELECT id FROM bulk_upload');
    const rows = JSON.stringify(await web.database.query('admin', 'SELECT * FROM bulk_row, bulk_upload'));
    const teacher = new Browser();
    await web.signIn(teacher, 'teacher');

    expect(rows).not.toMatch(/Robin|A row between|notices\.csv|PPN-\d/);
    expect((await teacher.visit(`${web.url}/uploads/${upload?.id ?? ''}`)).status).toBe(404);
    await web.database.query('admin', `UPDATE bulk_upload SET expires_at = now() - interval '1 second'`);
    await web.database.query('engine', 'DELETE FROM bulk_upload');
    expect(await web.database.query('admin', 'SELECT 1 FROM bulk_row')).toEqual([]);
  });

  it('are not taken without the token of the session, without a file, or by a form that takes none', async () => {
    const late = await send(officer, GOOD, 'another');
    const page = await officer.visit(`${web.url}/uploads`);
    const empty = await officer.visit(`${web.url}/uploads`, { _token: fieldOf(page, '_token') ?? '' });
    const other = await fetch(`${web.url}/account/report`, { method: 'POST', body: new FormData() });

    expect(late.url).toBe(`${web.url}/uploads`);
    expect(empty.text).toContain('Choose a file');
    expect(other.status).toBe(415);
    expect(await web.database.query('admin', 'SELECT 1 FROM bulk_upload')).toEqual([]);
  });

  it('have a template with every column', async () => {
    const template = await officer.visit(`${web.url}/uploads/template`);

    expect(template.headers.get('content-disposition')).toContain('attachment');
    expect(template.text.replace('\uFEFF', '').trim().split(',')).toEqual(BULK_COLUMNS.map(({ en }) => en));
  });
});
