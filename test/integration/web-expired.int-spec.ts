import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectOnce, type Database } from '#platform';
import { ForgetExpired } from '#sign-in';
import { Browser, fieldOf } from '../support/browser.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const TABLES = ['sign_in_attempt', 'held_form', 'session'] as const;

describe('what is left of sign-ins', () => {
  let web: TestWeb;
  let engine: Database;

  beforeAll(async () => {
    web = await startTestWeb();
    engine = await connectOnce(web.environment, web.database.engineUrl);
    const browser = new Browser();
    await web.callback(browser, 'screener');
    const page = await web.signIn(browser, 'screener', `${web.url}/account/report`);
    await browser.open(`${web.url}/account/report`, { _token: '', report: 'Typed.' });
    expect(fieldOf(page, '_token')).not.toBe('');
  }, 60_000);

  afterAll(async () => {
    await engine.onApplicationShutdown();
    await web.close();
  });

  async function counts(): Promise<Record<string, number>> {
    const rows = await Promise.all(
      TABLES.map(
        async (table) => [table, (await web.database.query('admin', `SELECT 1 FROM ${table}`)).length] as const,
      ),
    );
    return Object.fromEntries(rows);
  }

  function keeper(): ForgetExpired {
    return new ForgetExpired(engine, { now: () => new Date() });
  }

  it('stays while it may be needed; nobody but the owner of a key sees it, and the engine can remove none of it', async () => {
    const before = await counts();
    expect(before).toEqual({ sign_in_attempt: 1, held_form: 1, session: 1 });

    await keeper().execute();
    for (const table of TABLES) {
      expect(await web.database.query('engine', `DELETE FROM ${table} RETURNING expires_at`)).toEqual([]);
      expect(await web.database.query('engine', `SELECT expires_at FROM ${table}`)).toEqual([]);
    }

    expect(await counts()).toEqual(before);
  });

  it.each([
    ['another column', 'SELECT fields FROM held_form'],
    ['a person', 'SELECT person_id FROM session'],
    ['a change', 'UPDATE session SET expires_at = now()'],
    ['a session of its own', 'INSERT INTO session DEFAULT VALUES'],
    ['a cutoff', 'SELECT 1 FROM sign_in_cutoff'],
    ['a report', 'SELECT 1 FROM sign_in_report'],
  ])('gives the engine not even %s', async (_what, statement) => {
    await expect(web.database.query('engine', statement)).rejects.toThrow(/permission denied/);
  });

  it('goes when it is over: attempts and forms at once, sessions a day later', async () => {
    for (const table of TABLES) {
      await web.database.query('admin', `UPDATE ${table} SET expires_at = now() - interval '1 minute'`);
    }
    await keeper().execute();
    expect(await counts()).toEqual({ sign_in_attempt: 0, held_form: 0, session: 1 });

    await web.database.query('admin', `UPDATE session SET expires_at = now() - interval '25 hours'`);
    await keeper().execute();
    expect(await counts()).toEqual({ sign_in_attempt: 0, held_form: 0, session: 0 });
  });
});
