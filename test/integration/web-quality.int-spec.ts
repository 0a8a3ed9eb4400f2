import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, fieldOf, type Page } from '../support/browser.ts';
import { type BusyWeb, startBusyWeb } from '../support/busy-web.ts';
import { type CaseAtHand } from '../support/busy-records.ts';
import { eventually } from '../support/http.ts';
import { aStranger } from '../support/restricted-records.ts';
import { type TrustedKeyFile, verifyPack } from '../../verifier/verify-evidence.mjs';

const PROPOSED = 'As proposed';

describe('decisions, as managers and auditors read them', () => {
  let web: BusyWeb;
  let decided: CaseAtHand;
  let confirmed: CaseAtHand;
  const browsers = new Map<string, Browser>();

  beforeAll(async () => {
    web = await startBusyWeb();
    await web.staff.haveLooked('social-worker', 'social-worker-2', 'manager', 'manager-2', 'auditor');
    [decided, confirmed] = await Promise.all([web.staff.aCase(aStranger()), web.staff.aCase(aStranger())]);
    const differ = { kind: 'differ', outcome: 'statutory_need', urgency: 'red', rationale: 'Seen at home.' };
    await step('social-worker', decided.id, 'claim', null);
    await step('social-worker', decided.id, 'decision', { ...differ, overrideReason: '=He told me more.' });
    await step('manager', decided.id, 'sign-off', { outcome: 'signed' });
    await step('social-worker-2', confirmed.id, 'claim', null);
    await step('social-worker-2', confirmed.id, 'decision', { kind: 'confirm', rationale: 'As it stands.' });
    await eventually(
      () => web.database.query<{ open: number }>('admin', UNSEALED),
      ([row]) => row?.open === 0,
      10_000,
    );
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  async function step(who: string, id: string, what: string, body: object | null): Promise<void> {
    const answer = await web.staff.change(who, id, what, body);
    if (answer.status >= 300) throw new Error(answer.text);
  }

  async function at(person: string, path: string, form?: Record<string, string>): Promise<Page> {
    const browser = browsers.get(person) ?? new Browser();
    if (!browsers.has(person)) await web.signIn(browser, person);
    browsers.set(person, browser);
    if (form === undefined) return browser.visit(`${web.url}${path}`);
    const token = fieldOf(await browser.visit(`${web.url}/account/report`), '_token') ?? '';
    return browser.visit(`${web.url}${path}`, { ...form, _token: token });
  }

  it('tells who decided what, on which rules, what was known then, and that the record is whole', async () => {
    const { status, text } = await at('auditor', `/cases/${decided.id}/audit`);

    expect(status).toBe(200);
    for (const said of ['Wren Whitethroat', 'Seen at home.', '=He told me more.', 'Signed by Martin Merlin']) {
      expect(text).toContain(said);
    }
    for (const said of [
      'What was known then',
      'Not known then',
      'Checked just now: the record is whole',
      'Claimed the case',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toMatch(/case\.decided|social_worker|statutory_need/);
  });

  it('says so when somebody changed the record outside the service', async () => {
    await web.database.query('admin', 'SET session_replication_role = replica');
    const tampered = `UPDATE decision SET decided_by_name = 'Somebody Else' WHERE case_id = '${confirmed.id}'`;
    await web.database.query('admin', tampered);
    const { text } = await at('auditor', `/cases/${confirmed.id}/audit`);
    await web.database.query('admin', tampered.replace('Somebody Else', 'Robin Redpoll'));

    expect(text).toContain('The record does not agree with its seal');
    expect((await at('auditor', `/cases/${confirmed.id}/audit`)).text).toContain('the record is whole');
  });

  it('hands out an evidence pack that the stand-alone verifier accepts, and the trail for a spreadsheet', async () => {
    const pack = await at('auditor', `/cases/${decided.id}/audit/evidence`);
    const keys = await at('auditor', `/cases/${decided.id}/audit/keys`);
    const { fault, counts } = verifyPack(pack.text, JSON.parse(keys.text) as TrustedKeyFile);

    expect(fault).toBeNull();
    expect(counts?.entries).toBeGreaterThan(4);
    const { text, headers } = await at('auditor', `/cases/${decided.id}/audit/csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text).toContain(`'=He told me more.`);
  });

  it('finds decisions by what they say, and not by anybody’s name', async () => {
    const all = await at('manager', '/decisions');
    const other = await at('manager', '/decisions?differs=other&urgency=red');
    const named = await at('manager', `/decisions?reference=${decided.reference.toLowerCase()}`);
    const none = await at('manager', '/decisions?to=2020-01-01');

    expect(all.text).toContain(decided.reference);
    expect(all.text).toContain(confirmed.reference);
    for (const found of [other, named]) {
      expect(found.text).toContain(decided.reference);
      expect(found.text).not.toContain(confirmed.reference);
    }
    expect(none.text).toContain('No decision fits.');
    const csv = await at('manager', '/decisions/csv');
    expect(csv.text.split('\n').filter((line) => line !== '')).toHaveLength(3);
    expect(csv.text).toContain(PROPOSED);
    expect((await at('social-worker', '/decisions')).status).toBe(403);
  });

  it('draws a sample that a second person rates blind, then shows how far they agree', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const drawn = await at('manager', '/quality/draw', { from: '2026-01-01', to: today, size: '5', strata: 'pathway' });
    expect(drawn.text).toContain('The sample is drawn.');
    expect(drawn.text).toContain('Shown once it is rated');

    // Whoever decided or signed, and whoever has opened the record, cannot rate it.
    const [item] = await web.database.query<{ id: string }>('admin', ITEM, [decided.id]);
    const take = (who: string) => at(who, `/quality/items/${item?.id ?? ''}/take`, {});
    for (const who of ['social-worker', 'manager'])
      expect((await take(who)).text).toContain('opened this record before');
    await at('social-worker-2', `/cases/${decided.id}/audit`);

    const blind = await take('manager-2');
    expect(blind.text).toContain('What would you have decided?');
    for (const hidden of ['Wren Whitethroat', 'Seen at home', 'He told me more', 'Signed', 'statutory']) {
      expect(blind.text.split('<form')[0]).not.toContain(hidden);
    }
    // Until it is rated, its case is not there for them at all: not by page, list, search or API.
    for (const path of [`/cases/${decided.id}/audit`, `/cases/${decided.id}`]) {
      expect((await at('manager-2', path)).status).toBe(404);
    }
    expect((await at('manager-2', '/decisions')).text).not.toContain(decided.reference);
    const staff = await web.staff.as('manager-2', `/api/v1/cases/${decided.id}`);
    expect(staff.status).toBe(404);

    const path = `/quality/items/${item?.id ?? ''}/rate`;
    expect((await at('manager-2', path, { outcome: 'early_help' })).status).toBe(422);
    const rating = {
      outcome: 'early_help',
      urgency: 'amber',
      knewEnough: 'no',
      reason: 'Nobody had asked the school.',
    };
    const both = await at('manager-2', path, rating);
    for (const said of ['Your rating is kept.', 'Wren Whitethroat', 'Nobody had asked the school.']) {
      expect(both.text).toContain(said);
    }
    expect((await at('manager-2', `/cases/${decided.id}/audit`)).status).toBe(200);

    const closed = await at('manager', `/quality/items/${item?.id ?? ''}`, {
      ...{ conclusion: 'threshold_unclear', note: 'Ask the school first.' },
    });
    expect(closed.text).toContain('The difference is closed.');
    expect(closed.text).toContain('1 of 2 rated.');
    expect(closed.text).toContain('Differs, talked over');
    const [sealed] = await web.database.query<{ reason: string; note: string }>('admin', WRITTEN);
    expect(JSON.stringify(sealed)).not.toMatch(/school/);
  });
});

const UNSEALED = `SELECT count(*)::int AS open FROM audit_event e
  WHERE e.case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM audit_leaf l WHERE l.event_id = e.id)`;
const ITEM = 'SELECT id FROM quality_item WHERE case_id = $1';
const WRITTEN = 'SELECT r.reason, z.note FROM quality_rating r JOIN quality_closing z USING (item_id)';
