import { createPostgresBackend, type Processor, Queue, withBackend, Worker } from 'bullmq';
import type { Environment } from '#platform';
import { QUEUE_SCHEMA } from './prepare-queue-schema.ts';

/** The little of BullMQ that the rest of the service may see, the same on PostgreSQL and on Redis. */
export interface WakeQueue {
  add(name: string, payload: object): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface WakeWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: unknown, error: Error) => void): unknown;
  close(force?: boolean): Promise<void>;
  waitUntilReady(): Promise<unknown>;
}

export interface QueueBackend {
  queue(name: string): WakeQueue;
  worker(name: string, process: Processor): WakeWorker;
}

/** Short locks: BullMQ's defaults took 61 s to notice a dead worker (measurements.md 1.1). */
const WORKER_TIMES = {
  lockDuration: 5_000,
  stalledInterval: 5_000,
  maxStalledCount: 100,
  drainDelay: 2,
  concurrency: 1,
};
/** A wake-up says only "look now": nobody reads its history. */
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: 100, attempts: 1 } as const;

export function queueBackendOf(environment: Environment): QueueBackend {
  return environment.QUEUE_URL === undefined
    ? postgresBackend(environment.ENGINE_DATABASE_URL)
    : redisBackend(environment.QUEUE_URL);
}

function postgresBackend(connectionString: string): QueueBackend {
  const classes = withBackend(createPostgresBackend);
  const connection = { connectionString, schema: QUEUE_SCHEMA, max: 3, application_name: 'front-door-queue' };
  return {
    queue: (name) => new classes.Queue(name, { connection, defaultJobOptions: JOB_OPTIONS }),
    worker: (name, process) => new classes.Worker(name, process, { connection, ...WORKER_TIMES }),
  };
}

function redisBackend(url: string): QueueBackend {
  const producing = { url, enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2_000 };
  const consuming = { url, maxRetriesPerRequest: null, retryStrategy: () => 500 };
  return {
    queue: (name) =>
      new Queue(name, { connection: producing, skipWaitingForReady: true, defaultJobOptions: JOB_OPTIONS }),
    worker: (name, process) => new Worker(name, process, { connection: consuming, ...WORKER_TIMES }),
  };
}
