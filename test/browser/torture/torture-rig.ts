import { type Browser as Process, type BrowserContext, chromium } from 'playwright-core';
import { authorityPack } from '#nation-packs';
import { chromiumLaunch } from '../../../scripts/chromium.mjs';
import { SupervisedProcess } from '../../faults/supervised-process.ts';
import { Browser } from '../../support/browser.ts';
import { freePort } from '../../support/process-port.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { startIssuer } from '../../support/test-issuer.ts';
import { TEST_KEYS } from '../../support/test-keys.ts';
import { HIGH_LIMITS } from '../../support/test-limits.ts';

const PERSON = 'teacher';
const AUTHORITY = 'larkshire';

/** The pages in a process that can be killed, a browser whose tabs can, and a database of their own. */
export interface TortureRig {
  readonly url: string;
  readonly database: TestDatabase;
  readonly server: SupervisedProcess;
  /** A person's browser with nothing in it, signed in. */
  newBrowser(): Promise<BrowserContext>;
  /** Signs the person in again, in their browser. */
  signIn(context: BrowserContext): Promise<void>;
  /** Resolves when the pages answer. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export async function startTortureRig(): Promise<TortureRig> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const database = await createTestDatabase();
  await registerAgencies(database);
  const issuer = await startIssuer(url);
  const server = new SupervisedProcess('dist/apps/web/main.js', {
    ...{ NODE_ENV: 'test', PORT: String(port), PUBLIC_URL: url, DATABASE_URL: database.apiUrl },
    ...{ OIDC_ISSUER: issuer.url, OIDC_WEB_CLIENT_KEY: JSON.stringify(issuer.clientKeys['front-door-web']) },
    ...TEST_KEYS,
    ...HIGH_LIMITS,
  });
  const process: Process = await chromium.launch(chromiumLaunch());
  const signIn = async (context: BrowserContext): Promise<void> => {
    await context.addCookies(await signedIn(url));
  };
  await answers(url, server);
  return {
    ...{ url, database, server, signIn },
    newBrowser: async () => {
      const context = await process.newContext({ baseURL: url });
      context.setDefaultTimeout(60_000);
      await signIn(context);
      return context;
    },
    ready: () => answers(url, server),
    close: async () => {
      await process.close();
      await server.stop();
      issuer.close();
      await database.drop();
    },
  };
}

/** Cookies of a session that the issuer opened. */
async function signedIn(url: string): Promise<{ name: string; value: string; url: string }[]> {
  const browser = new Browser();
  const form = await browser.visit(`${url}/sign-in`);
  await browser.visit(form.url, { prompt: 'login', login: PERSON, password: 'anything' });
  const { host } = new URL(url);
  return [...browser.jar].flatMap(([key, value]) => {
    const [of, name = ''] = key.split(' ');
    return of === host ? [{ name, value, url }] : [];
  });
}

async function registerAgencies(database: TestDatabase): Promise<void> {
  for (const { id, name, type, source } of authorityPack(AUTHORITY).agencies) {
    await database.query('admin', INSERT_AGENCY, [AUTHORITY, id, name, type, source]);
  }
}

async function answers(url: string, server: SupervisedProcess): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const response = await fetch(`${url}/health/ready`).catch(() => null);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The pages do not answer: ${server.lastWords()}`);
}

const INSERT_AGENCY = `INSERT INTO agency (authority_id, id, name, type, source_code) VALUES ($1, $2, $3, $4, $5)`;
