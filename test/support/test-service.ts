import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { INestApplicationContext } from '@nestjs/common';
import { RegisterAgencies } from '#intake';
import { type Environment, loadEnvironment } from '#platform';
import { createApi } from '../../apps/api/create-api.ts';
import { DEMO_AUTHORITY, DEMO_GRANT, DEMO_SECRET } from '../../apps/standalone/demo-staff.ts';
import { developmentIssuer } from '../../apps/standalone/development-issuer.ts';
import { startWorker } from '../../apps/worker/create-worker.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestService {
  readonly url: string;
  readonly database: TestDatabase;
  readonly environment: Environment;
  readonly api: NestFastifyApplication;
  /** A bearer token of a demo agency (client credentials) or a demo member of staff. */
  agencyToken(id: string): Promise<string>;
  staffToken(id: string): Promise<string>;
  startWorker(): Promise<INestApplicationContext>;
  close(): Promise<void>;
}

/** The real API on a database of its own, with a real issuer; nothing in it is mocked. */
export async function startTestService(settings: Record<string, string> = {}): Promise<TestService> {
  const database = await createTestDatabase();
  const issuer = await startIssuer();
  const environment = loadEnvironment({
    NODE_ENV: 'test',
    DATABASE_URL: database.apiUrl,
    ENGINE_DATABASE_URL: database.engineUrl,
    OIDC_ISSUER: issuer.url,
    ...settings,
  });
  const api = await createApi(environment);
  await api.listen(0, '127.0.0.1');
  await api.get(RegisterAgencies).execute(DEMO_AUTHORITY);
  const workers: INestApplicationContext[] = [];
  return {
    url: await api.getUrl(),
    database,
    environment,
    api,
    agencyToken: (id) => tokenFrom(issuer.url, id, { grant_type: 'client_credentials' }),
    staffToken: (id) => tokenFrom(issuer.url, 'front-door-demo', { grant_type: DEMO_GRANT, username: id }),
    startWorker: async () => {
      const worker = await startWorker(environment);
      workers.push(worker);
      return worker;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await api.close();
      issuer.close();
      await database.drop();
    },
  };
}

/** A development issuer on a port of its own. */
export async function startIssuer(): Promise<{ url: string; close: () => void }> {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(free);
      });
    });
  });
  const url = `http://127.0.0.1:${String(port)}`;
  const environment = loadEnvironment({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://unused',
    ENGINE_DATABASE_URL: 'postgres://unused',
    OIDC_ISSUER: url,
  });
  const handler = await developmentIssuer(environment);
  const server: Server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export async function tokenFrom(issuer: string, client: string, body: Record<string, string>): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:${DEMO_SECRET}`).toString('base64')}` },
    body: new URLSearchParams(body),
  });
  const answer = (await response.json()) as { access_token?: string };
  if (answer.access_token === undefined) throw new Error(`No token for ${client}: ${JSON.stringify(answer)}`);
  return answer.access_token;
}
