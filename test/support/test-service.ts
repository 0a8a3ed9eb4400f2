import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { INestApplicationContext } from '@nestjs/common';
import { RegisterAgencies } from '#intake';
import { type Environment, loadEnvironment } from '#platform';
import { createApi } from '../../apps/api/create-api.ts';
import { DEMO_AUTHORITY } from '../../apps/standalone/demo-staff.ts';
import { startWorker } from '../../apps/worker/create-worker.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { startIssuer, type TestIssuer } from './test-issuer.ts';
import { TEST_KEYS } from './test-keys.ts';
import { HIGH_LIMITS } from './test-limits.ts';

export interface TestService {
  readonly url: string;
  readonly database: TestDatabase;
  readonly environment: Environment;
  readonly api: NestFastifyApplication;
  readonly issuer: TestIssuer;
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
    ...TEST_KEYS,
    ...HIGH_LIMITS,
    // Many tests send one child again and again: only those about it want a case to change under somebody's hands.
    RETRIAGE_DEBOUNCE_MS: '3600000',
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
    issuer,
    agencyToken: issuer.agencyToken,
    staffToken: issuer.staffToken,
    startWorker: async () => {
      const worker = await startWorker(environment);
      workers.push(worker);
      return worker;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      // Clients that were refused before they had sent everything keep their connections.
      api.getHttpServer().closeAllConnections();
      await api.close();
      issuer.close();
      await database.drop();
    },
  };
}
