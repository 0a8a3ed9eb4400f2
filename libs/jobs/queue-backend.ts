import { createPostgresBackend, type Processor, Queue, withBackend, Worker } from 'bullmq';
import { type DatabaseAddress, databaseAddress, type Environment, requiredSetting } from '#platform';
import type { Closable } from './in-time.ts';
import { QUEUE_SCHEMA } from './prepare-queue-schema.ts';

/** The little of BullMQ that the rest of the service may see, the same on PostgreSQL and on Redis. */
export interface WakeQueue extends Closable {
  waitUntilReady(): Promise<unknown>;
  add(name: string, payload: object): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** A worker that takes jobs from `run` on; see `SteadyWorker` for who calls it. */
export interface WakeWorker extends Closable {
  waitUntilReady(): Promise<unknown>;
  run(): Promise<void>;
  pause(doNotWaitForActive: boolean): Promise<void>;
  resume(): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: unknown, error: Error) => void): unknown;
}

export interface QueueBackend {
  queue(name: string): WakeQueue;
  worker(name: string, process: Processor): WakeWorker;
}

/** Short locks: BullMQ's defaults took 61 s to notice a dead worker (measurements.md 1.1), and 15 s to try again. */
const WORKER_OPTIONS = {
  autorun: false,
  lockDuration: 5_000,
  stalledInterval: 5_000,
  maxStalledCount: 100,
  runRetryDelay: 1_000,
  drainDelay: 2,
  concurrency: 1,
};
/** A wake-up says only "look now": nobody reads its history. */
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: 100, attempts: 1 } as const;

export function queueBackendOf(environment: Environment): QueueBackend {
  const { QUEUE_URL, QUEUE_CA } = environment;
  return QUEUE_URL === undefined
    ? postgresBackend(databaseAddress(requiredSetting(environment, 'ENGINE_DATABASE_URL'), environment))
    : redisBackend(QUEUE_URL, QUEUE_CA);
}

function postgresBackend({ url: connectionString, ssl }: DatabaseAddress): QueueBackend {
  const classes = withBackend(createPostgresBackend);
  const connection = {
    connectionString,
    ssl,
    schema: QUEUE_SCHEMA,
    max: 3,
    application_name: 'front-door-queue',
    connectionTimeoutMillis: 3_000,
    query_timeout: 10_000,
  };
  return {
    queue: (name) => new classes.Queue(name, { connection, defaultJobOptions: JOB_OPTIONS }),
    worker: (name, process) => new classes.Worker(name, process, { connection, ...WORKER_OPTIONS }),
  };
}

/** The producer fails at once when Redis is away; the consumer waits for it. Both look again twice a second. */
function redisBackend(url: string, ca: string | undefined): QueueBackend {
  const tls = ca === undefined ? {} : { tls: { ca } };
  const common = { url, connectTimeout: 2_000, retryStrategy: () => 500, ...tls };
  const producing = { ...common, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5_000 };
  const consuming = { ...common, maxRetriesPerRequest: null };
  return {
    queue: (name) => new Queue(name, { connection: producing, defaultJobOptions: JOB_OPTIONS }),
    worker: (name, process) => new Worker(name, process, { connection: consuming, ...WORKER_OPTIONS }),
  };
}
