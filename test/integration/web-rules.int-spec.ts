import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { profileOf } from '#nation-packs';
import { connectOnce } from '#platform';
import { SyntheticHistory } from '#rule-sets';
import { startWorker } from '../../apps/worker/create-worker.ts';
import { Browser, type Page } from '../support/browser.ts';
import { formOn } from '../support/sent-form.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const RULE = 'ENG-C07';
/** More than one part of the list holds. */
const LOWER = 60;

describe('the life of a rule set in the browser, without script', () => {
  let web: TestWeb;
  let worker: INestApplicationContext;
  let first: Browser;
  let second: Browser;
  let draft: string;

  beforeAll(async () => {
    web = await startTestWeb();
    worker = await startWorker(web.environment);
    const owner = await connectOnce(web.environment, web.database.ownerUrl);
    const history = { profile: profileOf('larkshire'), count: 80, seed: 7, lastDay: 20_400 };
    await new SyntheticHistory(owner).fill(history);
    await owner.onApplicationShutdown();
    [first, second] = [new Browser(), new Browser()];
    await web.signIn(first, 'manager');
    await web.signIn(second, 'manager-2');
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await web.close();
  });

  const open = (browser: Browser, path: string): Promise<Page> => browser.visit(`${web.url}${path}`);

  /** Fills in the form of a page and sends it; follows to where it leads. */
  async function send(browser: Browser, at: string, change: Record<string, string>, action = at): Promise<Page> {
    const fields = formOn(await open(browser, at), action);
    return browser.visit(`${web.url}${action}`, { ...fields, ...change });
  }

  async function until(browser: Browser, path: string, text: string): Promise<Page> {
    for (let tries = 0; tries < 150; tries += 1) {
      const page = await open(browser, path);
      if (page.text.includes(text)) return page;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The page never said "${text}".`);
  }

  /** Sends a file as the form for files does. */
  async function upload({ text }: Page): Promise<Response> {
    const form = new FormData();
    form.append('_token', formOn(await open(first, '/rules/import'), '/rules/import')['_token'] ?? '');
    form.append('file', new Blob([text]), 'rules.json');
    form.append('file-label', 'browser-3');
    form.append('file-note', 'Brought back as a file.');
    const cookie = [...first.jar].map(([name, value]) => `${name.split(' ')[1] ?? ''}=${value}`).join('; ');
    const headers = { cookie, origin: web.url, 'sec-fetch-site': 'same-origin' };
    return fetch(`${web.url}/rules/import`, { method: 'POST', body: form, headers, redirect: 'manual' });
  }

  it('begins as a copy of what is in force; its name must be new', async () => {
    const page = await send(first, '/rules/new', { label: 'browser-1', note: 'Quicker for C07.' });
    expect(page.text).toContain('The draft is started.');
    draft = /\/rules\/([\w-]{36})$/.exec(page.url)?.[1] ?? '';

    const again = await send(first, '/rules/new', { label: 'browser-1', note: 'Once more.' });
    expect([
      again.status,
      again.text.includes('has a version of this name'),
      again.text.includes('Once more.'),
    ]).toEqual([...[422, true, true]]);
  });

  it('is edited in a form: a button keeps what was typed, a fault stands beside its cell, two people do not undo each other', async () => {
    const path = `/rules/${draft}/edit/${RULE}`;
    const more = await send(first, path, { because: 'Because we saw it.', 'c.pick': 'child.disabled', do: 'add:' });
    expect(more.text).toContain('Because we saw it.');
    expect(formOn(more, path)['c-1.is']).toBe('child.disabled|yes');

    const faulty = await send(first, path, { because: ' ', do: 'save' });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toMatch(/href="#because"[\s\S]*id="because-error"/);

    const stale = formOn(await open(second, path), path);
    const saved = await send(first, path, { urgency: 'amber', do: 'save' });
    expect(saved.text).toContain('The rule is saved.');
    const late = await second.visit(`${web.url}${path}`, { ...stale, because: 'My own reason.', do: 'save' });
    expect([
      late.status,
      late.text.includes('Somebody changed these rules'),
      late.text.includes('My own reason.'),
    ]).toEqual([...[422, true, true]]);
  });

  it('is verified, tried on history, and approved by somebody else only when all of the list was opened', async () => {
    await send(first, `/rules/${draft}/verify`, {});
    await until(first, `/rules/${draft}/verify`, 'Proved safe for every possible case');
    const asked = await send(first, `/rules/${draft}/backtests`, {});
    const trial = new URL(asked.url).pathname;
    const report = await until(first, trial, 'Referrals tried');
    expect(report.text).toContain('<svg role="img"');
    await web.database.query(
      'admin',
      `INSERT INTO backtest_lower (job_id, case_id, from_level, from_urgency, to_level, to_urgency, authority_id)
       SELECT $1, id, 'early_help', 'green', 'universal', 'blue', authority_id FROM case_record LIMIT ${String(LOWER)}
       ON CONFLICT DO NOTHING`,
      [trial.split('/').at(-1)],
    );

    const own = await open(first, `/rules/${draft}/approve`);
    expect(own.text).toContain('You changed these rules yourself');
    const unread = await open(second, `/rules/${draft}/approve`);
    expect(unread.text).toContain('You have not opened all of the list');
    expect(unread.text).not.toContain('name="justification"');
    const part = await open(second, `${trial}/lower`);
    expect(part.text).toContain(`Has opened 50 of ${String(LOWER)}`);
    expect((await open(second, `/rules/${draft}/approve`)).text).toContain('You have not opened all of the list');
    const next = /href="([^"]*\/lower\?after=[^"]*)"/.exec(part.text)?.[1] ?? '';
    expect((await open(second, next)).text).toContain('Has opened all of it');

    const justification = 'The groups that move are small, and every child of them was looked at.';
    const approved = await send(second, `/rules/${draft}/approve`, { justification });
    expect(approved.text).toContain('The rules are approved.');
  }, 40_000);

  it('comes into force in an area, and is rolled back in one step that says what it changes', async () => {
    const active = await send(second, `/rules/${draft}/activate`, { areas: 'harbour' });
    expect(active.text).toContain('Saved.');
    expect((await open(first, '/rules')).text).toMatch(/Harbour<\/th>\s*<td[^>]*><a[^>]*>browser-1/);

    const back = /href="([^"]*roll-back)"/.exec(active.text)?.[1] ?? '';
    expect((await open(second, back)).text).toMatch(
      /Harbour<\/th>\s*<td[^>]*>browser-1<\/td>\s*<td[^>]*><strong>Came with/,
    );
    const done = await send(second, back, { reason: 'Too many amber cases.' });
    expect(done.text).toContain('Rolled back. What was in force before is in force again.');
    expect((await open(first, '/rules')).text).not.toMatch(/Harbour<\/th>\s*<td[^>]*><a[^>]*>browser-1/);
  });

  it('leaves as a file, and comes back as one with every fault beside its line', async () => {
    const file = await open(first, `/rules/${draft}/export/csv`);
    expect(file.headers.get('content-disposition')).toContain('browser-1.csv');
    const named = { 'text-label': 'browser-2', 'text-note': 'Brought back.', text: file.text, format: 'csv' };
    const back = await send(first, '/rules/import', named, '/rules/import/text');
    expect(back.text).toContain('The file is brought in as a draft.');
    const uploaded = await upload(await open(first, `/rules/${draft}/export/json`));
    expect([uploaded.status, uploaded.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/rules\/[\w-]{36}$/),
    ]);

    const fields = { text: '{\n "schemaVersion": "1",\n "rules": [{ "title": "" }]\n}', format: 'json' };
    const faulty = await send(first, '/rules/import', fields, '/rules/import/text');
    expect([faulty.status, faulty.text.includes('Fill this in'), faulty.text.includes('Nothing was stored')]).toEqual([
      ...[422, true, true],
    ]);
  });

  it('is tried with a made-up case, beside what is in force, in Welsh as well', async () => {
    const path = `/rules/${draft}/try`;
    const tried = await send(second, path, { 'f.indicator.C07': 'yes' });
    expect(tried.text).toContain('What is in force proposes something else.');
    await open(second, '/language/cy?to=/rules');
    const welsh = await send(second, path, { 'f.indicator.C07': 'yes' });
    expect(welsh.text).toContain('Nid dyma’r hyn mae’r rheolau sydd mewn grym yn ei gynnig.');
  });
});
