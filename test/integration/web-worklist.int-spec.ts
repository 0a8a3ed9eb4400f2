import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWorker } from '../../apps/worker/create-worker.ts';
import { Browser, type Page } from '../support/browser.ts';
import { call, eventually } from '../support/http.ts';
import { MovedClock } from '../support/moved-clock.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';
import { type Held, FIRST, HELD, listen, MISCOUNTED, ORDER, SPREAD } from '../support/worklist-screen.ts';

const CHILDREN = 60;

/** No worker runs at first, so that the owner can put the cases where the tests want them. */
describe('the worklist in the browser', () => {
  let web: TestWeb;
  let api: string;
  const people = new Map<string, Browser>();

  beforeAll(async () => {
    web = await startTestWeb();
    api = await web.startApi();
    for (let sent = 0; sent < CHILDREN; sent += 20) await sendReferral(20, sent);
    await web.database.query('admin', SPREAD);
    for (const person of ['social-worker', 'screener', 'manager', 'practitioner', 'auditor']) {
      const browser = new Browser();
      await web.signIn(browser, person);
      people.set(person, browser);
    }
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  async function sendReferral(count: number, sent: number): Promise<void> {
    const token = await web.issuer.agencyToken('larkbridge-primary');
    const children = Array.from({ length: count }, (_, index) => ({
      ref: `c${String(index)}`,
      givenName: `Robin${String(index)}`,
    }));
    expect(
      (
        await call(api, '/api/v1/referrals', {
          token,
          body: aReferral({ children, senderReference: `batch ${String(sent)}` }),
        })
      ).status,
    ).toBe(201);
  }

  function at(person: string): Browser {
    const browser = people.get(person);
    if (browser === undefined) throw new Error('Signed in before.');
    return browser;
  }

  const open = (person: string, path: string): Promise<Page> => at(person).visit(`${web.url}${path}`);
  const idsOn = ({ text }: Page): string[] =>
    [...text.matchAll(/<tr[^>]* id="case-([0-9a-f-]{36})"/g)].map(([, id = '']) => id);
  const ticksOn = ({ text }: Page): string[] =>
    [...text.matchAll(/name="case"[^>]* value="([^"]*)"/g)].map(([, tick = '']) => tick);
  const linkOn = ({ text }: Page, rel: string): string | null => {
    const [, href] = new RegExp(`rel="${rel}" href="([^"]*)"`).exec(text) ?? [];
    return href === undefined ? null : href.replaceAll('&amp;', '&');
  };
  async function send(person: string, path: string, fields: Record<string, string>): Promise<Page> {
    const { text } = await open(person, '/worklist?show=all');
    const [, token = ''] = /name="_token" value="([^"]*)"/.exec(text) ?? [];
    return at(person).visit(`${web.url}${path}`, { _token: token, ...fields });
  }
  const rowOf = async (id: string) => {
    const [row] = await web.database.query<Held>('admin', HELD, [id]);
    if (row === undefined) throw new Error('No such case.');
    return row;
  };

  it('shows every case once, page after page in the order of the list, and the same way back', async () => {
    const expected = (await web.database.query<{ id: string }>('admin', ORDER)).map(({ id }) => id);
    const pages = [await open('social-worker', '/worklist?show=all')];
    for (let next = linkOn(pages[0] as Page, 'next'); next !== null; next = linkOn(pages.at(-1) as Page, 'next')) {
      pages.push(await open('social-worker', next));
    }
    const there = pages.map(idsOn);
    const back = [pages.at(-1) as Page];
    for (
      let previous = linkOn(back[0] as Page, 'prev');
      previous !== null;
      previous = linkOn(back[0] as Page, 'prev')
    ) {
      back.unshift(await open('social-worker', previous));
    }

    expect(there.flat()).toEqual(expected);
    expect(there.map((ids) => ids.length)).toEqual([25, 25, 10]);
    expect(back.map(idsOn).flat().slice(-CHILDREN)).toEqual(expected);
    expect((pages[0] as Page).text).toMatch(/Overdue by \d/);
    expect((pages[1] as Page).text).toContain('Not rated yet');
  });

  it.each([
    ['team=early_help_hub', `queue = 'early_help_hub'`],
    ['urgency=not_triaged', 'urgency IS NULL'],
    ['urgency=amber&claimed=nobody', `urgency = 'amber'`],
    ['overdue=yes', 'next_due_at <= now()'],
    ['area=harbour&information=yes', `area = 'harbour' AND needs_information`],
    ['state=screening', 'false'],
  ])('keeps its filters in the address: %s', async (query, condition) => {
    const rows = await web.database.query<{ id: string }>('admin', `SELECT id FROM case_record WHERE ${condition}`);
    const page = await open('manager', `/worklist?${query}`);

    expect(idsOn(page).sort()).toEqual(
      rows
        .map(({ id }) => id)
        .sort()
        .filter((id) => idsOn(page).includes(id)),
    );
    expect(idsOn(page).length).toBe(Math.min(rows.length, 25));
    expect(page.text.includes('No open case fits these filters')).toBe(rows.length === 0);
  });

  it('counts each team’s cases without counting them one by one, restricted ones only for those who see them', async () => {
    const countsOn = ({ text }: Page): number[] =>
      [...text.matchAll(/<span>(\d+) cases?<\/span>/g)].map(([, count]) => Number(count));
    const before = countsOn(await open('manager', '/worklist?show=all'));
    await web.database.query(
      'admin',
      `UPDATE case_record SET restricted = true, version = version + 1 WHERE id = (${FIRST})`,
    );
    const hidden = countsOn(await open('manager', '/worklist?show=all'));
    await web.database.query(
      'admin',
      `UPDATE case_record SET restricted = false, version = version + 1 WHERE restricted`,
    );
    const shown = countsOn(await open('manager', '/worklist?show=all'));

    expect(before.reduce((sum, each) => sum + each, 0)).toBe(CHILDREN);
    expect(hidden.reduce((sum, each) => sum + each, 0)).toBe(CHILDREN - 1);
    expect(shown).toEqual(before);
  });

  it('opens as the person likes it, and comes back to where they were', async () => {
    const saved = await send('screener', '/views', {
      name: 'Amber <i>free</i>',
      query: 'urgency=amber&claimed=nobody',
      isDefault: 'yes',
    });
    const bare = await open('screener', '/worklist');
    const second = linkOn(await open('screener', '/worklist?claimed=nobody'), 'next');
    await open('screener', second ?? '');
    const [id = ''] = idsOn(await open('screener', '/worklist/back'));
    const stored = JSON.stringify(await web.database.query('admin', 'SELECT * FROM worklist_view'));

    expect(saved.text).toContain('Amber &lt;i&gt;free');
    expect(new URL(bare.url).search).toBe('?urgency=amber&claimed=nobody');
    expect(new URL((await open('screener', `/worklist/back?case=${id}`)).url).search).toBe(
      new URL(second ?? '', web.url).search,
    );
    expect(stored).not.toContain('Amber');
    expect((await open('social-worker', '/views')).text).not.toContain('Amber');
  });

  it('gives a case to whoever takes it first, and tells the second', async () => {
    const [tick = ''] = ticksOn(await open('social-worker', '/worklist?urgency=blue'));
    const [id = ''] = tick.split('.');
    const first = await send('social-worker', '/worklist/take', { take: tick, back: 'urgency=blue' });
    const second = await send('screener', '/worklist/take', { take: tick, back: 'urgency=blue' });

    expect(first.text).toContain('You hold the case now');
    expect(new URL(first.url).search).toBe('?urgency=blue');
    expect(second.text).toContain('somebody else has it');
    expect((await rowOf(id)).claimed_by).toBe('social-worker');
  });

  it('gives ticked cases to a colleague or a team, and says of each what became of it', async () => {
    const [mine = '', free = ''] = ticksOn(await open('manager', '/worklist?team=information_and_advice'));
    const stale = free.replace(/\.(\d+)\./, '.999.');
    const fields = (ticks: string[], to: Record<string, string>) =>
      Object.fromEntries([...ticks.map((tick) => ['case', tick]), ...Object.entries(to)]) as Record<string, string>;
    const given = await send('manager', '/worklist/assign', fields([mine], { to: 'person', person: 'screener' }));
    const tooLate = await send('manager', '/worklist/assign', fields([stale], { to: 'person', person: 'screener' }));
    const toAuditor = await send('manager', '/worklist/assign', fields([free], { to: 'person', person: 'auditor' }));
    const notTheirs = await send(
      'social-worker',
      '/worklist/assign',
      fields([free], { to: 'person', person: 'screener' }),
    );
    const moved = await send('manager', '/worklist/assign', fields([free], { to: 'team', queue: 'assessment' }));
    const nobody = await send('manager', '/worklist/assign', fields([free], { to: 'person' }));
    const notices = await web.database.query<{ template: string }>(
      'admin',
      `SELECT template FROM message WHERE to_id = 'screener'`,
    );

    expect(given.text).toContain('Sam Sparrow holds it now');
    expect(tooLate.text).toContain('Somebody changed it meanwhile');
    expect(toAuditor.text).toContain('This person may not work on it');
    expect(notTheirs.text).toContain('You can only give away cases that you hold');
    expect(moved.text).toContain('Moved to Assessment teams');
    expect(nobody.status).toBe(422);
    expect(await rowOf(mine.split('.')[0] ?? '')).toMatchObject({ claimed_by: 'screener', state: 'screening' });
    expect(await rowOf(free.split('.')[0] ?? '')).toMatchObject({ claimed_by: null, queue: 'assessment' });
    expect(notices).toEqual([{ template: 'case_assigned' }]);
  });

  it('offers nothing to do to those who only look, and nobody’s list to a receiving team', async () => {
    const auditor = await open('auditor', '/worklist?show=all');
    const practitioner = await open('practitioner', '/worklist?show=all');

    expect(idsOn(auditor).length).toBe(25);
    expect(ticksOn(auditor)).toEqual([]);
    expect((await send('auditor', '/worklist/take', { take: 'x' })).status).toBe(403);
    expect(idsOn(practitioner)).toEqual([]);
    expect(practitioner.text).not.toContain('Early help hub</a>');
    expect((await open('practitioner', '/wall')).status).toBe(403);
    expect((await open('manager', '/wall')).text).not.toContain('Robin');
  });

  it('takes a case back from a holder who has not looked at it for hours, tells them, and adds up the counts', async () => {
    const before = await web.database.query<Held>('admin', 'SELECT * FROM case_record WHERE claimed_by IS NOT NULL');
    const worker = await startWorker(web.environment);
    await web.database.query(
      'admin',
      `UPDATE case_record SET state = 'information_gathering', version = version + 1 WHERE claimed_by = 'screener'`,
    );
    new MovedClock(worker).set(new Date(Date.now() + 5 * 3_600_000));
    const [event] = await eventually(
      () =>
        web.database.query<{ actor_id: string; details: object }>(
          'admin',
          `SELECT actor_id, details FROM audit_event WHERE action = 'case.claim_lapsed'`,
        ),
      (rows) => rows.length > 0,
    );
    const left = await web.database.query<Held>('admin', 'SELECT * FROM case_record WHERE claimed_by IS NOT NULL');
    const told = await web.database.query<{ to_id: string }>(
      'admin',
      `SELECT to_id FROM message WHERE template = 'claim_lapsed'`,
    );
    await eventually(
      () => web.database.query('admin', MISCOUNTED),
      (wrong) => wrong.length === 0,
    );
    await worker.close();

    expect(before.length).toBe(2);
    expect(left.map((row) => row.claimed_by)).toEqual(['screener']);
    expect(event).toEqual({ actor_id: 'engine', details: { holder: 'social-worker' } });
    expect(told).toEqual([{ to_id: 'social-worker' }]);
  });

  it('tells open screens within about a second that something changed, and ends with the session', async () => {
    const leaving = new Browser();
    await web.signIn(leaving, 'social-worker-2');
    const screen = listen(web.url, leaving);
    const practitioner = listen(web.url, at('practitioner'));
    await Promise.all([screen.opened, practitioner.opened]);
    const sentAt = performance.now();
    await sendReferral(1, CHILDREN);
    await eventually(
      () => Promise.resolve(screen.heard),
      (heard) => heard.includes('event: changed'),
      3_000,
    );
    const after = performance.now() - sentAt;
    const { text } = await leaving.visit(`${web.url}/account`);
    const [, token = ''] = /name="_token" value="([^"]*)"/.exec(text) ?? [];
    await leaving.open(`${web.url}/sign-out`, { _token: token });
    await screen.ended;
    practitioner.stop();

    expect(after).toBeLessThan(2_000);
    expect(screen.heard).toContain('event: over');
    expect(screen.heard).not.toMatch(/larkshire|screening|[0-9a-f]{8}-/);
    expect(practitioner.heard).not.toContain('changed');
  }, 15_000);
});
