import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, fieldOf } from '../support/browser.ts';
import { startTestWeb, type TestWeb } from '../support/test-web.ts';

const TYPED = 'Zebedee-Canary saw me at 1 Canary Road.';
const FORM = '/account/report';

describe('personal data at the pages', () => {
  let web: TestWeb;
  const written: string[] = [];
  const writers = [process.stdout, process.stderr] as const;
  const original = writers.map((stream) => stream.write.bind(stream));

  beforeAll(async () => {
    for (const [index, stream] of writers.entries()) {
      stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
        written.push(String(chunk));
        return original[index]?.(chunk, ...rest) ?? true;
      };
    }
    web = await startTestWeb();
  }, 60_000);

  afterAll(async () => {
    for (const [index, stream] of writers.entries()) stream.write = original[index] as typeof stream.write;
    await web.close();
  });

  it('stays out of addresses, logs and the audit trail, also when things go wrong', async () => {
    const browser = new Browser();
    const form = await web.signIn(browser, 'screener', `${web.url}${FORM}`);
    const fields = { _token: fieldOf(form, '_token') ?? '', report: TYPED };
    const key = browser.cookie(web.url, 'front_door') ?? '';
    await web.database.query('admin', `UPDATE session SET last_seen_at = now() - interval '31 minutes'`);
    await browser.open(`${web.url}${FORM}`, fields);
    const again = await web.signIn(browser, 'screener', `${web.url}/sign-in?to=${FORM}`);
    expect(fieldOf(again, 'report')).toContain('Zebedee');
    const token = fieldOf(again, '_token') ?? '';
    await web.database.query('admin', 'ALTER TABLE sign_in_report ADD CHECK (false) NOT VALID');

    const failed = await browser.open(`${web.url}${FORM}`, { ...fields, _token: token });

    expect(failed.status).toBe(500);
    const trail = await web.database.query('admin', 'SELECT action, details FROM audit_event');
    const tables = await Promise.all(
      ['session', 'held_form', 'sign_in_attempt'].map((table) => web.database.query('admin', `SELECT * FROM ${table}`)),
    );
    const places = { written, visited: browser.visited.map(decodeURIComponent), trail, tables };
    expect(written.join('')).toContain('page.failed');
    for (const [place, content] of Object.entries(places)) {
      const text = JSON.stringify(content);
      expect({ place, leaks: /Zebedee|Canary Road/.test(text) }).toEqual({ place, leaks: false });
      expect({ place, leaks: text.includes(key) }).toEqual({ place, leaks: false });
    }
    // Their own page alone gives back what they typed: nothing is lost with the error.
    expect(failed.text).toContain('Zebedee');
    expect(failed.text).not.toContain(key);
    expect(JSON.stringify(written)).not.toContain('Sam Sparrow');
    expect(JSON.stringify(browser.visited)).not.toContain('Sparrow');
  });
});
