import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import { startWorker } from '../../apps/worker/create-worker.ts';
import { Browser, fieldOf, type Page } from '../support/browser.ts';
import { call, eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const BELT = {
  worries: { summary: 'Robin says that he was hit with a belt.', injury: 'yes' },
  indicators: [{ id: 'B17', answer: 'present', evidence: 'He told me.' }],
} as const;

interface Row {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

describe('the page of a case', () => {
  let web: TestWeb;
  let worker: INestApplicationContext;
  let api: string;
  let sent = 0;

  beforeAll(async () => {
    web = await startTestWeb();
    api = await web.startApi();
    worker = await startWorker(web.environment);
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await web.close();
  });

  /** A case of a child of its own, with a proposal. */
  async function aCase(changes: object = BELT): Promise<string> {
    sent += 1;
    const child = {
      ref: 'c1',
      givenName: `Child${String(sent)}`,
      familyName: `Fam${String(sent)}`,
      dateOfBirth: '2017-05-04',
    };
    const body = aReferral({ children: [child], household: {}, ...changes });
    const token = await web.issuer.agencyToken('larkbridge-primary');
    const { body: receipt } = await call<Receipt>(api, '/api/v1/referrals', { token, body });
    const [row] = await eventually(
      () =>
        rows(`SELECT c.id, c.state, c.version FROM case_record c JOIN referral r ON r.id = c.referral_id
        WHERE r.reference = '${receipt.reference}' AND c.current_run_id IS NOT NULL`),
      (found) => found.length === 1,
    );
    return row?.id ?? '';
  }

  function rows(query: string): Promise<Row[]> {
    return web.database.query<Row>('admin', query);
  }

  async function looks(id: string): Promise<{ action: string; purpose: string | null }[]> {
    return web.database.query(
      'admin',
      `SELECT action, details ->> 'purpose' AS purpose FROM audit_event
       WHERE case_id = $1 AND chain_id IS NULL AND actor_kind = 'person' ORDER BY sequence`,
      [id],
    );
  }

  async function at(person: string, path: string): Promise<{ browser: Browser; page: Page }> {
    const browser = new Browser();
    return { browser, page: await web.signIn(browser, person, `${web.url}${path}`) };
  }

  /** What a form of the page sends beside what is typed. */
  function hidden(page: Page): Record<string, string> {
    return Object.fromEntries(
      ['_token', 'version', 'seen', 'proposed'].map((name) => [name, fieldOf(page, name) ?? '']),
    );
  }

  it('is one look, with what it is for where somebody says so', async () => {
    const id = await aCase();
    const { browser, page } = await at('social-worker', `/cases/${id}`);
    expect(page.status).toBe(200);
    for (const text of ['hit with a belt', 'Level 4', 'Due in', 'He told me.', 'Record decision']) {
      expect(page.text).toContain(text);
    }
    await browser.open(`${web.url}/cases/${id}?for=review`);
    expect(await looks(id)).toEqual([
      { action: 'case.viewed', purpose: null },
      { action: 'case.viewed', purpose: 'review' },
    ]);
  });

  it('takes the proposal with one choice and one reason; a second person, and never the first, signs from the queue', async () => {
    const id = await aCase();
    const { browser, page } = await at('manager', `/cases/${id}`);
    const silent = await browser.open(`${web.url}/cases/${id}/decide`, { ...hidden(page), reason: 'I agree.' });
    expect([silent.status, fieldOf(silent, 'reason')?.trim()]).toEqual([422, 'I agree.']);

    const fields = { ...hidden(page), choice: 'accept', reason: 'I agree.' };
    const done = await browser.visit(`${web.url}/cases/${id}/decide`, fields);

    expect([done.url, done.text.includes('as soon as a second person has signed it')]).toEqual([
      `${web.url}/cases/${id}`,
      true,
    ]);
    expect(done.text).toContain('nobody signs their own decision');
    expect((await browser.open(`${web.url}/sign-off`)).text).toContain('another manager signs');
    const forged = await browser.open(`${web.url}/cases/${id}/sign-off`, { ...hidden(done), signature: 'signed' });
    expect(forged.status).toBe(403);

    const second = await at('manager-2', '/sign-off');
    expect(second.page.text).toContain(`/cases/${id}?for=review`);
    const read = await second.browser.open(`${web.url}/cases/${id}?for=review`);
    const unsaid = await second.browser.open(`${web.url}/cases/${id}/sign-off`, {
      ...hidden(read),
      signature: 'returned',
    });
    expect([unsaid.status, unsaid.text.includes('Say why you send it back')]).toEqual([422, true]);
    const signed = await second.browser.visit(`${web.url}/cases/${id}/sign-off`, {
      ...hidden(read),
      signature: 'signed',
    });
    expect(signed.text).toContain('You signed the decision');
    expect(await rows(`SELECT state FROM case_record WHERE id = '${id}'`)).toEqual([{ state: 'signed' }]);
  });

  it('overwrites nothing that changed meanwhile: it says what, and keeps what was typed', async () => {
    const id = await aCase();
    const { browser, page } = await at('social-worker', `/cases/${id}`);
    const other = await at('social-worker-2', `/cases/${id}`);
    await other.browser.open(`${web.url}/cases/${id}/claim`, hidden(other.page));
    const typed = { ...hidden(page), choice: 'accept', reason: 'An hour of thought.' };

    const refused = await browser.open(`${web.url}/cases/${id}/decide`, typed);

    expect(refused.status).toBe(412);
    expect(refused.text).toContain('The case changed while you had it open');
    expect(refused.text).toContain('Held by: was “nobody”, is now “Robin Redpoll”');
    expect(refused.text).toContain('An hour of thought.');
    expect(await rows(`SELECT id FROM decision WHERE case_id = '${id}'`)).toEqual([]);
  });

  it('gives back what was typed when the session was over', async () => {
    const id = await aCase();
    const { browser, page } = await at('social-worker', `/cases/${id}`);
    await web.database.query('admin', `UPDATE session SET last_seen_at = now() - interval '31 minutes'`);
    const late = { ...hidden(page), choice: 'accept', reason: 'Typed before lunch.', note: 'And a note.' };
    expect((await browser.open(`${web.url}/cases/${id}/decide`, late)).status).toBe(303);

    const again = await web.signIn(browser, 'social-worker', `${web.url}/sign-in?to=/cases/${id}`);

    expect([fieldOf(again, 'reason')?.trim(), fieldOf(again, 'note')?.trim()]).toEqual([
      'Typed before lunch.',
      'And a note.',
    ]);
    expect(again.text).toContain('Not sent yet');
  });

  it('takes a note, an answer and a question to the sender without leaving the page; printing it is on record', async () => {
    const id = await aCase({ safety: {}, agreement: { given: 'yes' } });
    const { browser, page } = await at('screener', `/cases/${id}`);
    expect(page.text).toContain('Social workers and managers decide');
    const note = {
      ...hidden(page),
      note: 'He is at school today.',
      source: 'referrer',
      'fact.safety.immediateDanger': 'no',
    };
    const added = await browser.visit(`${web.url}/cases/${id}/information`, note);
    expect([added.text.includes('Saved.'), added.text.includes('He is at school today.')]).toEqual([true, true]);

    const question = { ...hidden(added), senderQuestion: 'Who collects him today?' };
    const asked = await browser.visit(`${web.url}/cases/${id}/ask-sender`, question);
    expect([asked.text.includes('The sender is asked'), asked.text.includes('Waiting for a reply')]).toEqual([
      true,
      true,
    ]);

    const paper = await browser.visit(`${web.url}/cases/${id}/prints`, hidden(page));
    expect([paper.url, paper.text.includes('Printed by Sam Sparrow')]).toEqual([`${web.url}/cases/${id}/print`, true]);
    expect((await looks(id)).map(({ action }) => action)).toContain('case.printed');
  });

  it('is not there for a stranger, nor for anybody while it is restricted, and says how to open one in need', async () => {
    const id = await aCase();
    await web.database.query('admin', 'UPDATE case_record SET restricted = true WHERE id = $1', [id]);
    const { browser, page } = await at('social-worker', `/cases/${id}`);
    expect([page.status, page.text.includes('href="/break-glass"'), page.text.includes('belt')]).toEqual([
      404,
      true,
      false,
    ]);
    const none = await browser.open(`${web.url}/cases/00000000-0000-4000-8000-000000000000`);
    expect([none.status, none.text.includes('There is no case here for you')]).toEqual([404, true]);
    expect((await at('auditor', `/cases/${id}`)).page.text).not.toContain('href="/break-glass"');
    expect(await looks(id)).toEqual([]);
  });
});
