import type { Environment } from '#platform';
import { connectOnce, loadEnvironment } from '#platform';
import { RegisterAgencies } from '#intake';
import { DEMO_AUTHORITY } from '../../apps/standalone/demo-staff.ts';
import { freePort } from '../support/process-port.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { HIGH_LIMITS } from '../support/test-limits.ts';
import { startIssuer } from '../support/test-issuer.ts';
import { checkNothingLost, countUnproposed, type Findings } from './check-nothing-lost.ts';
import { RetryingClient } from './retrying-client.ts';
import { SupervisedProcess } from './supervised-process.ts';

export type Backend = 'PostgreSQL' | 'Redis';

/** The service as it is deployed: an API and two workers in processes of their own, and senders that retry. */
export interface FaultRig {
  readonly database: TestDatabase;
  readonly redis: RedisServer | null;
  readonly api: SupervisedProcess;
  readonly workers: readonly SupervisedProcess[];
  readonly client: RetryingClient;
  /** Waits until everything stored is proposed; resolves to the milliseconds that took, or fails after `withinMs`. */
  settled(withinMs: number): Promise<number>;
  findings(): Promise<Findings>;
  close(): Promise<void>;
}

/**
 * How long a test waits for the last proposal after the last fault. The aim is 10 s; each scenario prints what it took,
 * because a busy machine must make a figure worse and not a test fail.
 */
export const PATIENCE_MS = 30_000;

export async function startFaultRig(backend: Backend): Promise<FaultRig> {
  const database = await createTestDatabase();
  const redis = backend === 'Redis' ? await startRedis() : null;
  const issuer = await startIssuer();
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const shared = {
    NODE_ENV: 'test',
    ...TEST_KEYS,
    ...HIGH_LIMITS,
    // Everybody here lives at one address: what is looked at again would drown what is measured.
    RETRIAGE_DEBOUNCE_MS: '3600000',
    ...(redis === null ? {} : { QUEUE_URL: redis.url }),
  };
  const forApi = {
    ...shared,
    PORT: String(port),
    PUBLIC_URL: url,
    OIDC_ISSUER: issuer.url,
    DATABASE_URL: database.apiUrl,
  };
  const forWorker = { ...shared, ENGINE_DATABASE_URL: database.engineUrl };
  await registerAgencies(loadEnvironment(forApi), database);
  const api = new SupervisedProcess('dist/apps/api/main.js', forApi);
  const workers = [1, 2].map(() => new SupervisedProcess('dist/apps/worker/main.js', forWorker));
  await isReady(url, api);
  const token = await issuer.agencyToken('larkbridge-primary');
  const client = new RetryingClient(url, token);
  return {
    database,
    redis,
    api,
    workers,
    client,
    settled: (withinMs) => untilSettled(database, workers, withinMs),
    findings: () => checkNothingLost(database, client.acknowledged),
    close: async () => {
      await client.stop();
      await Promise.all([api, ...workers].map((one) => one.stop()));
      await redis?.stop();
      issuer.close();
      await database.drop();
    },
  };
}

async function registerAgencies(environment: Environment, database: TestDatabase): Promise<void> {
  const connection = await connectOnce(environment, database.apiUrl);
  await new RegisterAgencies(connection).execute(DEMO_AUTHORITY);
  await connection.onApplicationShutdown();
}

async function isReady(url: string, api: SupervisedProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    await pause(50);
  }
  throw new Error(`The API did not become ready:\n${api.lastWords()}`);
}

async function untilSettled(
  database: TestDatabase,
  workers: readonly SupervisedProcess[],
  withinMs: number,
): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const waiting = await countUnproposed(database);
    const tookMs = performance.now() - startedAt;
    if (waiting === 0) return tookMs;
    if (tookMs > withinMs) {
      const words = workers.map((worker) => worker.lastWords().slice(-600)).join('\n');
      throw new Error(`${String(waiting)} cases were not proposed within ${String(withinMs)} ms.\n${words}`);
    }
    await pause(50);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
