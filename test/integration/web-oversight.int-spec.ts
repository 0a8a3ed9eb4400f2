import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, fieldOf, type Page } from '../support/browser.ts';
import type { CaseAtHand } from '../support/busy-records.ts';
import { type BusyWeb, startBusyWeb } from '../support/busy-web.ts';
import { eventually } from '../support/http.ts';
import { aStranger, REASON } from '../support/restricted-records.ts';

describe('what managers look over', () => {
  let web: BusyWeb;
  let looked: CaseAtHand;
  let restricted: CaseAtHand;
  const browsers = new Map<string, Browser>();

  beforeAll(async () => {
    web = await startBusyWeb();
    await web.staff.haveLooked('screener', 'social-worker', 'manager', 'manager-2');
    [looked, restricted] = await Promise.all([web.staff.aCase(aStranger()), web.staff.aCase(aStranger())]);
    await web.staff.as('screener', `/api/v1/cases/${looked.id}`);
    await web.staff.restrict(restricted.reference, ['social-worker']);
    const body = { reference: restricted.reference, reason: REASON };
    for (const who of ['screener', 'manager-2']) {
      const { status, text } = await web.staff.as(who, '/api/v1/break-glass', { body });
      if (status >= 300) throw new Error(text);
    }
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  async function at(person: string, path: string, form?: Record<string, string>): Promise<Page> {
    const browser = browsers.get(person) ?? new Browser();
    if (!browsers.has(person)) await web.signIn(browser, person);
    browsers.set(person, browser);
    if (form === undefined) return browser.visit(`${web.url}${path}`);
    const token = fieldOf(await browser.visit(`${web.url}/account/report`), '_token') ?? '';
    return browser.visit(`${web.url}${path}`, { ...form, _token: token });
  }

  it('tells who looked at a record, found by its reference, and what a person looked at', async () => {
    const { url, text } = await at('manager', `/access?reference=${looked.reference.toLowerCase()}`);
    expect(url).toBe(`${web.url}/cases/${looked.id}/access`);
    expect(text).toContain('Sam Sparrow, Screener');
    expect(text).toContain('Opened the case');

    const list = await at('manager', '/access');
    const [, sam] = /<option value="([0-9a-f]{16})">Sam Sparrow</.exec(list.text) ?? [];
    const own = await at('manager', `/access?person=${sam ?? ''}`);
    expect(own.text).toContain('What Sam Sparrow looked at');
    expect(own.text).toContain(looked.reference);
    expect((await at('manager', `/access/csv?person=${sam ?? ''}`)).text).toContain(looked.reference);
    expect((await at('manager', '/access?reference=FD-2222-2222')).status).toBe(422);
    expect((await at('social-worker', '/access')).status).toBe(403);
  });

  it('has an opening reviewed by another manager, with a note', async () => {
    const { text } = await at('manager-2', '/break-glass-reviews');
    expect(text).toContain('You opened this yourself.');
    const openings = await web.database.query<{ id: string; by: string }>('admin', OPENINGS);
    const of = (who: string) => openings.find(({ by }) => by === who)?.id ?? '';
    const review = (person: string, id: string, outcome: string) =>
      at(person, `/break-glass-reviews/${id}/review`, { [`outcome-${id}`]: outcome, [`note-${id}`]: 'I rang her.' });

    expect((await review('manager-2', of('manager-2'), 'justified')).status).toBe(422);
    expect((await review('manager', of('screener'), '')).text).toContain('Say whether it was justified');
    expect((await review('manager', of('screener'), 'not_justified')).text).toContain('Your review is kept.');
    expect((await at('manager', '/break-glass-reviews?state=reviewed')).text).toContain('I rang her.');
  });

  it('closes an alert with a note, never one about oneself', async () => {
    const alerts = await web.database.query<{ id: string; about: string }>('admin', ALERTS);
    const about = (who: string) => alerts.find((alert) => alert.about === who)?.id ?? '';
    const close = (person: string, id: string, note: string) =>
      at(person, `/alerts/${id}/note`, { [`note-${id}`]: note });

    expect((await at('manager-2', '/alerts')).text).not.toContain('Linnet Lark: ');
    expect((await close('manager-2', about('manager-2'), 'Mine.')).status).toBe(404);
    expect((await close('manager', about('manager-2'), ' ')).text).toContain('Say what you found');
    expect((await close('manager', about('manager-2'), 'She was on call.')).text).toContain('The alert is closed.');
    expect((await at('manager', '/alerts?state=acknowledged')).text).toContain('She was on call.');
  });

  it('places and lifts a legal hold', async () => {
    const path = `/legal-holds/${looked.reference.replace(/-\d+$/, '')}`;
    expect((await at('manager', path, { 'note-place': '' })).status).toBe(422);
    expect((await at('manager', path, { 'note-place': 'An inquest.' })).text).toContain('A hold is in force.');
    const [hold] = await web.database.query<{ id: string }>('admin', 'SELECT id FROM legal_hold');
    const id = hold?.id ?? '';
    const lifted = await at('manager', `${path}/${id}/lifting`, { [`note-${id}`]: 'It is over.' });
    expect(lifted.text).toContain('No hold is in force.');
  });

  it('lets nobody approve their own list of records to be destroyed', async () => {
    const asked = await at('manager', '/disposals', {});
    await eventually(
      async () => (await at('manager', asked.url.replace(web.url, ''))).text,
      (text) => text.includes('Waits for approval'),
    );
    const path = asked.url.replace(web.url, '');
    expect((await at('manager', path)).text).toContain('Another manager has to approve it.');
    expect((await at('manager', `${path}/approval`, {})).status).toBe(403);
    expect((await at('manager-2', path)).text).toContain('Approve the list');
    expect((await at('manager-2', `${path}/approval`, {})).text).toContain('The list is approved.');
    await eventually(
      async () => (await at('auditor', `${path}/certificate`)).status,
      (status) => status === 200,
    );
    expect((await at('auditor', path)).text).toContain('Read the certificate');
  });

  it('counts overrides, limits and the forecast, with no small number in sight', async () => {
    await web.staff.change('social-worker', looked.id, 'claim', null);
    await web.staff.change('social-worker', looked.id, 'decision', { kind: 'confirm', rationale: 'As it stands.' });
    const overrides = await at('manager', '/oversight/overrides');

    expect(overrides.text).toContain('Not shown');
    expect((await at('manager', '/oversight/overrides?from=2020-01-01&to=2020-02-01')).text).toContain('Nothing was');
    expect((await at('manager', '/oversight/breaches?from=tomorrow')).status).toBe(422);
    expect((await at('manager', '/oversight/overrides/csv')).text).toContain('Not shown');
    expect((await at('screener', '/forecast')).text).toContain('Cases that wait');
  });
});

const OPENINGS = 'SELECT id, opened_by AS by FROM break_glass';
const ALERTS = `SELECT id, person_id AS about FROM alert WHERE kind = 'break_glass'`;
