import { createServer } from 'node:http';
import { loadEnvironment } from '#platform';
import { fetchPartnerToken } from '../../apps/cli/partner-token.ts';
import { type ClientKeys, makeClientKeys } from '../../apps/standalone/client-keys.ts';
import { DEMO_GRANT, DEMO_SECRET } from '../../apps/standalone/demo-staff.ts';
import { developmentIssuer } from '../../apps/standalone/development-issuer.ts';
import { freePort } from './process-port.ts';

export interface TestIssuer {
  readonly url: string;
  readonly clientKeys: ClientKeys;
  /** A bearer token of a demo agency (its key signs an assertion) or of a demo member of staff. */
  readonly agencyToken: (id: string) => Promise<string>;
  readonly staffToken: (id: string) => Promise<string>;
  close(): void;
}

/** A development issuer on a port of its own, for pages that stand at `publicUrl`. */
export async function startIssuer(publicUrl = 'http://localhost:3000'): Promise<TestIssuer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const environment = loadEnvironment({ NODE_ENV: 'test', OIDC_ISSUER: url, PUBLIC_URL: publicUrl });
  const clientKeys = await makeClientKeys();
  // Jest's own clones objects into another realm, where the provider takes a client's keys for no plain objects.
  globalThis.structuredClone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const server = createServer(await inOwnRealm(() => developmentIssuer(environment, clientKeys)));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url,
    clientKeys,
    agencyToken: (id) => fetchPartnerToken(url, id, JSON.stringify(clientKeys[id])),
    staffToken: (id) => staffToken(url, id),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Jest lends tests the `structuredClone` of another realm; the provider takes what that makes for no plain objects, and
 * refuses its clients' keys.
 */
async function inOwnRealm<T>(work: () => Promise<T>): Promise<T> {
  const { structuredClone: theirs } = globalThis;
  globalThis.structuredClone = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
  try {
    return await work();
  } finally {
    globalThis.structuredClone = theirs;
  }
}

/** By the grant of the development issuer alone, as the README's quick start does it. */
async function staffToken(issuer: string, username: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`front-door-demo:${DEMO_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: DEMO_GRANT, username }),
  });
  const answer = (await response.json()) as { access_token?: string };
  if (answer.access_token === undefined) throw new Error(`No token for ${username}: ${JSON.stringify(answer)}`);
  return answer.access_token;
}
