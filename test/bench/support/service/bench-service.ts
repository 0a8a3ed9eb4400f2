import 'reflect-metadata';
import { RegisterAgencies } from '#intake';
import { connectOnce, loadEnvironment } from '#platform';
import { DEMO_AUTHORITY } from '../../../../apps/standalone/demo-staff.ts';
import { freePort } from '../../../support/process-port.ts';
import { startIssuer, type TestIssuer } from '../../../support/test-issuer.ts';
import { TEST_KEYS } from '../../../support/test-keys.ts';
import { HIGH_LIMITS } from '../../../support/test-limits.ts';
import type { BenchDatabase } from './bench-cluster.ts';
import { type BenchProcess, launched } from './bench-process.ts';

export interface ServiceOptions {
  readonly database: BenchDatabase;
  /** 1 when left out. */
  readonly workers?: number;
  /** The queue stands in Redis at this address; in PostgreSQL when left out. */
  readonly queueUrl?: string;
  /** Settings for all its processes, over those of the bench. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * The service as it is deployed: an API and workers (relay, triage, housekeeping, sealer) in processes of their own, with
 * sign-in, row-level security, encryption, audit and limits on. The limits are high: no load of a bench meets them.
 */
export interface BenchService {
  readonly url: string;
  readonly api: BenchProcess;
  readonly workers: readonly BenchProcess[];
  readonly database: BenchDatabase;
  readonly issuer: TestIssuer;
  stop(): Promise<void>;
}

export async function startBenchService(options: ServiceOptions): Promise<BenchService> {
  const { database, workers: count = 1 } = options;
  const issuer = await startIssuer();
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const { api: apiSettings, worker: workerSettings } = serviceSettings(options, { issuer: issuer.url, port, url });
  await registerAgencies(apiSettings, database);
  const isReady = (one: BenchProcess): Promise<void> => one.answers(`${url}/health/ready`);
  const api = await launched('apps/api/main.js', apiSettings, isReady);
  const isAtWork = (one: BenchProcess): Promise<void> => one.said('worker.started');
  const working = Array.from({ length: count }, () => launched('apps/worker/main.js', workerSettings, isAtWork));
  const workers = await Promise.all(working);
  return {
    url,
    api,
    workers,
    database,
    issuer,
    stop: async () => {
      await Promise.all([api, ...workers].map((one) => one.stop()));
      issuer.close();
    },
  };
}

/** What each kind of process is told; for a bench that starts them by itself. */
export function serviceSettings(
  { database, queueUrl, settings = {} }: ServiceOptions,
  { issuer, port, url }: { readonly issuer: string; readonly port: number; readonly url: string },
): { readonly api: Record<string, string>; readonly worker: Record<string, string> } {
  const shared = {
    NODE_ENV: 'test',
    ...TEST_KEYS,
    ...HIGH_LIMITS,
    ...(queueUrl === undefined ? {} : { QUEUE_URL: queueUrl }),
  };
  const address = { PORT: String(port), PUBLIC_URL: url, OIDC_ISSUER: issuer };
  return {
    api: { ...shared, ...address, DATABASE_URL: database.urlOf('api'), ...settings },
    worker: { ...shared, ENGINE_DATABASE_URL: database.urlOf('engine'), ...settings },
  };
}

export async function registerAgencies(
  apiSettings: Readonly<Record<string, string>>,
  database: BenchDatabase,
): Promise<void> {
  const connection = await connectOnce(loadEnvironment(apiSettings), database.urlOf('api'));
  await new RegisterAgencies(connection).execute(DEMO_AUTHORITY);
  await connection.onApplicationShutdown();
}
