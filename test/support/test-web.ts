import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RegisterAgencies } from '#intake';
import { type Environment, loadEnvironment } from '#platform';
import { createApi } from '../../apps/api/create-api.ts';
import { DEMO_AUTHORITY } from '../../apps/standalone/demo-staff.ts';
import { createWeb } from '../../apps/web/create-web.ts';
import type { Browser, Page } from './browser.ts';
import { freePort } from './process-port.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { startIssuer, type TestIssuer } from './test-issuer.ts';
import { TEST_KEYS } from './test-keys.ts';
import { HIGH_LIMITS } from './test-limits.ts';

export interface TestWeb {
  readonly url: string;
  readonly database: TestDatabase;
  readonly environment: Environment;
  readonly issuer: TestIssuer;
  /** Signs a demo person in, from wherever `start` leads; resolves to the page they end on. */
  signIn(browser: Browser, person: string, start?: string): Promise<Page>;
  /** As `signIn`, but stops before the callback is opened; resolves to its address. */
  callback(browser: Browser, person: string): Promise<string>;
  /** The API beside the pages, on the same database; resolves to its address. */
  startApi(): Promise<string>;
  close(): Promise<void>;
}

/** The real pages on a database of their own, with a real issuer. */
export async function startTestWeb(settings: Record<string, string> = {}): Promise<TestWeb> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const database = await createTestDatabase();
  const issuer = await startIssuer(url);
  const environment = loadEnvironment({
    NODE_ENV: 'test',
    PUBLIC_URL: url,
    DATABASE_URL: database.apiUrl,
    ENGINE_DATABASE_URL: database.engineUrl,
    OIDC_ISSUER: issuer.url,
    OIDC_WEB_CLIENT_KEY: JSON.stringify(issuer.clientKeys['front-door-web']),
    ...TEST_KEYS,
    ...HIGH_LIMITS,
    // As in the API's tests: a case changes under somebody's hands only where the test is about it.
    RETRIAGE_DEBOUNCE_MS: '3600000',
    ...settings,
  });
  const web: NestFastifyApplication = await createWeb(environment);
  await web.listen(port, '127.0.0.1');
  const apis: NestFastifyApplication[] = [];
  return {
    url,
    database,
    environment,
    issuer,
    signIn: async (browser, person, start = `${url}/sign-in`) => {
      const page = await browser.visit(start);
      if (!page.url.startsWith(issuer.url)) return page;
      return sendOn(browser, await browser.visit(page.url, credentials(person)));
    },
    callback: async (browser, person) => {
      const form = await browser.visit(`${url}/sign-in`);
      const page = await browser.visit(form.url, credentials(person), `${url}/sign-in/callback`);
      if (page.location === null) throw new Error(`The issuer did not send the browser back: ${page.text}`);
      return page.location;
    },
    startApi: async () => {
      const api = await createApi(environment);
      apis.push(api);
      await api.listen(0, '127.0.0.1');
      await api.get(RegisterAgencies).execute(DEMO_AUTHORITY);
      return api.getUrl();
    },
    close: async () => {
      await Promise.all(apis.map((api) => api.close()));
      await web.close();
      issuer.close();
      await database.drop();
    },
  };
}

/** What the issuer's own form asks for. */
function credentials(login: string): Record<string, string> {
  return { prompt: 'login', login, password: 'anything' };
}

/** The issuer's page that sends its form by itself, by script: when another person than before signed in there. */
async function sendOn(browser: Browser, page: Page): Promise<Page> {
  const action = /<form method="post" action="([^"]+)">/.exec(page.text)?.[1];
  if (action === undefined || !page.text.includes('document.forms[0].submit()')) return page;
  const fields = [...page.text.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  return browser.visit(action, Object.fromEntries(fields) as Record<string, string>);
}
