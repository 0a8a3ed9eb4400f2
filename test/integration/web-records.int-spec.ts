import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { startWorker } from '../../apps/worker/create-worker.ts';
import { Browser, fieldOf, type Page } from '../support/browser.ts';
import { EnquiryStaff, POLICE } from '../support/enquiry-staff.ts';
import { aChild, about, proposed } from '../support/family-records.ts';
import { AGENCY, aStranger } from '../support/restricted-records.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const MOTHER = { name: 'Mared Lowe', relationship: 'mam', livesInHousehold: 'yes' } as const;

/** The pages below a case as people without script use them, each on the real records. */
describe('the records of a case in the browser', () => {
  let web: TestWeb;
  let worker: INestApplicationContext;
  let staff: EnquiryStaff;
  let base: string;
  const people = new Map<string, Browser>();

  beforeAll(async () => {
    web = await startTestWeb();
    const url = await web.startApi();
    worker = await startWorker(web.environment);
    const { agencyToken, staffToken } = web.issuer;
    staff = new EnquiryStaff({ ...web, url, agencyToken, staffToken } as never);
    const children = [aChild('Ffion', 'Lowe')];
    await staff.refer(about([...children, aChild('Gwilym', 'Lowe')], { household: { people: [MOTHER] } }));
    const second = await staff.refer(about(children, { household: { people: [MOTHER] }, agreement: { given: 'no' } }));
    base = `/cases/${second.caseIds[0] ?? ''}`;
    await proposed(staff, second.caseIds);
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await web.close();
  });

  async function at(person: string, path: string): Promise<Page> {
    const known = people.get(person);
    if (known !== undefined) return known.visit(web.url + path);
    const browser = new Browser();
    people.set(person, browser);
    return web.signIn(browser, person, web.url + path);
  }

  /** Fills the form of a page that somebody has open; resolves to the page that comes of it. */
  async function send(person: string, page: Page, fields: Record<string, string>): Promise<Page> {
    const hidden = { _token: fieldOf(page, '_token') ?? '', version: fieldOf(page, 'version') ?? '' };
    const browser = people.get(person) ?? new Browser();
    return browser.visit(page.url, { ...hidden, ...fields });
  }

  async function sent(person: string, path: string, fields: Record<string, string>): Promise<Page> {
    return send(person, await at(person, path), fields);
  }

  function linkTo(page: Page, pattern: RegExp): string {
    return pattern.exec(page.text)?.[0] ?? 'nowhere';
  }

  it('a person is added: what is missing is said beside the field with everything kept, then it is saved and said', async () => {
    const typed = {
      givenName: 'Dai <b>',
      'dateOfBirth-day': '31',
      'dateOfBirth-month': '2',
      'dateOfBirth-year': '1990',
    };
    const faulty = await sent('screener', `${base}/family/add`, typed);

    expect([faulty.status, fieldOf(faulty, 'givenName'), fieldOf(faulty, 'dateOfBirth-day')]).toEqual([
      422,
      'Dai <b>',
      '31',
    ]);
    expect(faulty.text).toContain('href="#dateOfBirth-day"');
    expect(faulty.text).toContain('href="#kind"');
    const kept = { ...typed, 'dateOfBirth-day': '28', kind: 'partner', responsibility: 'no', household: 'yes' };
    const saved = await send('screener', faulty, { ...kept, reason: 'Told by the health visitor.' });
    expect(saved.url).toBe(`${web.url}${base}/family`);
    expect(saved.text).toContain('The person was added to the family.');
    expect(saved.text).toContain('Dai &lt;b&gt;');
    expect((await at('screener', `${base}/family`)).text).not.toContain('The person was added');
  });

  it('two people are said to be one, and apart again', async () => {
    const list = await at('screener', `${base}/people`);
    const pair = await at('screener', linkTo(list, /\/cases\/[\w-]+\/people\/[\w-]{36}\/[\w-]{36}/));
    expect(pair.text).toContain('speaks strongly for one person');

    await send('screener', pair, { verdict: 'same', reason: 'The school confirmed it.' });
    const told = await people.get('screener')?.visit(pair.url);
    expect(told?.text).toContain('What was said stands.');

    const undo = linkTo(told ?? pair, /\/cases\/[\w-]+\/people\/verdicts\/[\w-]+\/undo/);
    const undone = await sent('screener', undo, { reason: 'It was her cousin.' });
    expect(undone.text).toContain('It was taken back.');
  });

  it('nobody is asked about the child before something allows it; a reply is read by whoever opens it', async () => {
    const question = { agencies: POLICE, asked: 'Have you been called to the address?' };
    const refused = await sent('screener', `${base}/enquiries/ask`, question);
    expect([refused.status, fieldOf(refused, 'asked')?.trim()]).toEqual([409, question.asked]);
    expect(refused.text).toContain('Nothing allows you to ask yet.');

    const agreement = { given: 'yes', saidBy: 'parent_a', how: 'telephone' };
    expect((await sent('screener', `${base}/enquiries/agreement`, agreement)).text).toContain(
      'The family agreed. You may ask.',
    );
    const asked = await send('screener', refused, question);
    expect(asked.text).toContain('Waiting for a reply');

    const path = linkTo(asked, /\/cases\/[\w-]+\/enquiries\/[\w-]{36}/);
    await staff.answer(POLICE, path.split('/').at(-1) ?? '');
    expect((await at('screener', `${base}/enquiries`)).text).toContain('Reply not read yet');
    expect((await at('screener', path)).text).toContain('Two visits in the spring.');
    expect((await at('screener', `${base}/enquiries`)).text).not.toContain('Reply not read yet');
  });

  it('a case that somebody changed meanwhile says so, keeps what was typed, and takes it when it is sent again', async () => {
    const page = await at('social-worker', `${base}/clocks/handover`);
    await staff.change('social-worker-2', base.slice('/cases/'.length), 'claim');
    const conflict = await send('social-worker', page, { actions: 'Seen at home. Safe tonight.' });

    expect([conflict.status, fieldOf(conflict, 'actions')?.trim()]).toEqual([412, 'Seen at home. Safe tonight.']);
    expect(conflict.text).toContain('changed this case after you opened the page');
    const saved = await send('social-worker', conflict, { actions: 'Seen at home. Safe tonight.' });
    expect(saved.text).toContain('Waits to be accepted');

    const own = await sent('social-worker', `${base}/clocks/handover/accept`, {});
    expect([own.status, own.text.includes('Somebody else has to do this')]).toEqual([403, true]);
    expect((await sent('social-worker-2', `${base}/clocks/handover/accept`, {})).text).toContain(
      'Accepted by Robin Redpoll',
    );
  });

  it('an event of which only the year is known is entered, corrected, and handed out without other people', async () => {
    const event = { 'date-year': '2024', kind: 'home_move', text: 'Moved to the refuge with Mared Lowe.' };
    const added = await sent('social-worker', `${base}/chronology/add`, event);
    expect(added.text).toContain('Moved to the refuge');

    const correct = linkTo(added, /\/cases\/[\w-]+\/chronology\/[\w-]{36}\/correct/);
    const form = await at('social-worker', correct);
    expect([fieldOf(form, 'date-year'), fieldOf(form, 'date-month')]).toEqual(['2024', '']);
    const corrected = await send('social-worker', form, {
      ...event,
      'date-month': '5',
      reason: 'The school knew the month.',
    });
    expect(corrected.text).toContain('Corrected later');
    expect(corrected.text).toContain('May 2024');

    const wanted = { purpose: 'review', redact: 'others_out', language: 'en', categories: 'event' };
    const copy = await sent('social-worker', `${base}/chronology/export`, { ...wanted, format: 'html' });
    expect(copy.text).toContain('Redacted copy');
    expect(copy.text).not.toContain('Mared');
    const file = await sent('social-worker', `${base}/chronology/export`, { ...wanted, format: 'pdf' });
    expect([file.headers.get('content-type'), file.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
  });

  it('a challenge is answered, and decided by somebody who had no part in the decision', async () => {
    const { reference, caseIds } = await staff.refer(aStranger());
    const id = caseIds[0] ?? '';
    await staff.change('social-worker', id, 'claim');
    const outcome = { outcome: 'statutory_need', urgency: 'green', overrideReason: 'Seen.' };
    await staff.change('social-worker', id, 'decision', { kind: 'differ', rationale: 'Enough.', ...outcome });
    await staff.change('manager', id, 'sign-off', { outcome: 'signed' });
    const body = { grounds: 'threshold_too_low', text: 'He came in hungry again.' };
    await staff.as(AGENCY, `/api/v1/referrals/${reference}/challenges`, { body });

    const path = linkTo(await at('manager', '/challenges'), /\/challenges\/[\w-]{36}/);
    expect((await sent('manager', `${path}/respond`, { text: 'We looked again.' })).text).toContain('We looked again.');
    const decision = { outcome: 'not_upheld', text: 'The help fits.' };
    const own = await sent('manager', `${path}/decide`, decision);
    expect([own.status, fieldOf(own, 'text')?.trim()]).toEqual([403, 'The help fits.']);
    expect((await sent('manager-2', `${path}/decide`, decision)).text).toContain('Not upheld');
  });

  it('what is held about the child is read as a preview before it is handed out', async () => {
    const answers = { forWhom: 'child', language: 'en', 'withhold-report': 'third_party' };
    const preview = await sent('manager', `${base}/subject-access`, answers);
    expect(preview.text).toContain('Preview: not to be handed out');
    expect(preview.text).not.toContain('Mared');

    const changing = await send('manager', preview, { ...answers, change: 'yes' });
    expect(changing.text).toContain('value="third_party" selected');
    const again = await send('manager', changing, answers);
    const final = await send('manager', again, { ...answers, preview: fieldOf(again, 'preview') ?? '' });
    expect(final.text).not.toContain('Preview');
    expect(final.text).toContain('Your rights');
  });

  it('a restricted referral is there for those who are named alone; nobody gets a form they may not send', async () => {
    expect((await at('screener', `${base}/restriction`)).status).toBe(403);
    expect((await at('auditor', `${base}/family`)).text).not.toContain(`${base}/family/add`);
    expect((await at('auditor', `${base}/family/add`)).status).toBe(403);

    const restriction = { code: 'adoption', people: 'social-worker', reason: 'An adoption is under way.' };
    const closed = await sent('manager', `${base}/restriction/restrict`, restriction);
    expect(closed.text).toContain('Wren Whitethroat');
    expect([
      (await at('screener', `${base}/family`)).status,
      (await at('social-worker', `${base}/family`)).status,
    ]).toEqual([404, 200]);
    expect((await sent('manager', `${base}/restriction/lift`, { reason: 'It is over.' })).text).toContain(
      'is not restricted',
    );
  });
});
