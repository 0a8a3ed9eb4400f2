import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import { Browser, fieldOf, type Page } from '../support/browser.ts';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { sightingsOf } from '../support/stored-text.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const HEALTH = 'larkshire-health-visiting';
const AGREED = { agreement: { given: 'yes', told: ['parent_a'] } } as const;

describe('the pages of partner agencies', () => {
  let web: TestWeb;
  let api: string;
  let teacher: Browser;
  let visitor: Browser;
  let reference: string;
  let enquiry: string;

  beforeAll(async () => {
    web = await startTestWeb();
    api = await web.startApi();
    [teacher, visitor] = [new Browser(), new Browser()];
    await web.signIn(teacher, 'teacher');
    await web.signIn(visitor, 'health-visitor');
    const token = await web.issuer.staffToken('teacher');
    reference = (await call<Receipt>(api, '/api/v1/referrals', { token, body: aReferral(AGREED) })).body.reference;
    enquiry = await asked();
  }, 60_000);

  afterAll(async () => {
    await web.close();
  });

  async function asked(): Promise<string> {
    const token = await web.issuer.staffToken('social-worker');
    const list = await call<{ cases: { id: string }[] }>(api, `/api/v1/cases?reference=${reference}`, { token });
    const address = `/api/v1/cases/${list.body.cases[0]?.id ?? ''}/enquiries`;
    const body = { agencies: [HEALTH], asked: 'How did the last visit go?' };
    const sent = await call<{ enquiries: { id: string }[] }>(api, address, { token, body });
    return sent.body.enquiries[0]?.id ?? '';
  }

  async function send(browser: Browser, path: string, fields: Record<string, string>, at = path): Promise<Page> {
    const token = fieldOf(await browser.visit(`${web.url}${at}`), '_token') ?? '';
    return browser.visit(`${web.url}${path}`, { _token: token, ...fields });
  }

  it('show an agency its own referrals, what was promised, and nothing of another’s', async () => {
    const list = await teacher.visit(`${web.url}/referrals`);
    const status = await teacher.visit(`${web.url}/referrals/${reference}`);

    expect(list.text).toContain(reference);
    expect(status.text).toContain('We decide what happens next by');
    expect((await visitor.visit(`${web.url}/referrals/${reference}`)).status).toBe(404);
    expect((await visitor.visit(`${web.url}/referrals`)).text).not.toContain(reference);
    expect((await teacher.visit(`${web.url}/referrals?show=decided`)).text).not.toContain(reference);
    expect((await teacher.visit(`${web.url}/referrals?show=waiting`)).text).toContain(reference);
  });

  it('tell an agency without an agreement in force nothing of how its referral stands', async () => {
    const officer = new Browser();
    await web.signIn(officer, 'housing-officer');
    const token = await web.issuer.staffToken('housing-officer');
    const { body } = await call<Receipt>(api, '/api/v1/referrals', { token, body: aReferral() });
    const status = await officer.visit(`${web.url}/referrals/${body.reference}`);

    expect((await officer.visit(`${web.url}/referrals`)).text).toContain('Not shared with you');
    expect(status.text).toContain('no agreement in force');
    expect(status.text).not.toContain('When you hear from us');
  });

  it('take what the sender adds to the case, sealed, and tell the front door', async () => {
    const words = 'Robin says that the heating is off, since Canary-Tuesday.';
    const back = await send(teacher, `/referrals/${reference}/more`, { text: words });
    const told = await web.database.query<{ template: string }>('admin', 'SELECT template FROM message');

    expect(back.text).toContain('We have what you added.');
    expect(told.map(({ template }) => template)).toContain('sender_told_more');
    expect(await web.database.query('admin', `SELECT 1 FROM case_information WHERE source = 'referrer'`)).toHaveLength(
      1,
    );
    expect(await sightingsOf(web.database, [words])).toEqual([]);
  });

  it('keep an answer that was typed when the session ran out, and send it once', async () => {
    const page = await visitor.visit(`${web.url}/enquiries/${enquiry}`);
    const typed = { kind: 'known', whatWeKnow: 'We saw them in May, all well.', indicators: 'C03' };
    await web.database.query('admin', `UPDATE session SET ended_at = now() WHERE person_id = 'health-visitor'`);
    await visitor.visit(`${web.url}/enquiries/${enquiry}`, { _token: fieldOf(page, '_token') ?? '', ...typed });
    const again = await web.signIn(visitor, 'health-visitor', `${web.url}/enquiries/${enquiry}`);

    expect(fieldOf(again, 'whatWeKnow')).toBe(typed.whatWeKnow);
    expect(again.text).toMatch(/id="indicators-C03"[^>]*checked/);
    expect((await send(visitor, `/enquiries/${enquiry}`, typed)).text).toContain('Your answer is with the worker');
    expect((await visitor.visit(`${web.url}/enquiries/${enquiry}`)).text).toContain('This question is closed');
  });

  it('say which level the thresholds suggest, asking nobody who they are and keeping nothing', async () => {
    const anybody = new Browser();
    const before = await web.database.query('admin', ROWS);
    const answers = { danger: 'no', age: 'under_6_months', injury: 'yes' };
    const checked = await send(anybody, '/check-before-you-send', answers);
    const after = await web.database.query('admin', ROWS);

    expect(checked.text).toContain('Level 4: child protection');
    expect(checked.text).toContain('Injury to a baby who cannot move by themself');
    expect(checked.url).toBe(`${web.url}/check-before-you-send`);
    expect(after).toEqual(before);
    expect([...anybody.jar.keys()]).toEqual([]);
  });

  it('show the published thresholds to everybody, in English and in Welsh', async () => {
    const anybody = new Browser();
    const english = await anybody.visit(`${web.url}/thresholds`);
    const welsh = await anybody.visit(`${web.url}/language/cy?to=/thresholds`);

    expect(english.text).toContain('Level 4: child protection');
    expect(english.text).not.toContain('<style');
    expect(welsh.text).toContain('<html lang="cy"');
    expect(welsh.text).toContain('Lefelau angen');
  });
});

/** Rows of all tables together, but those that count requests. */
const ROWS = `SELECT sum((xpath('/row/c/text()',
    query_to_xml(format('SELECT count(*) c FROM %I', table_name), false, true, '')))[1]::text::int)::int AS rows
  FROM information_schema.tables
  WHERE table_schema = 'public' AND table_name <> 'rate_limit' AND table_type = 'BASE TABLE'`;
