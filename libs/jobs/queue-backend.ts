import { createPostgresBackend, type Processor, withBackend } from 'bullmq';
import { connectionOf, type DatabaseAddress, databaseAddress, type Environment, requiredSetting } from '#platform';
import { CutWorker } from './cut-worker.ts';
import type { Closable } from './in-time.ts';
import { QUEUE_SCHEMA } from './prepare-queue-schema.ts';
import type { Traced } from './queue-telemetry.ts';
import { redisBackend } from './redis-backend.ts';

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

/**
 * Short locks: BullMQ's defaults took 61 s to notice a dead worker (measurements.md 1.1), and 15 s to try again. A look
 * for stalled jobs marks them, a later one takes them back, and one in between may be skipped because the last was a
 * moment too near: the looks have to be much closer together than the lock is long.
 */
const WORKER_OPTIONS = {
  autorun: false,
  lockDuration: 5_000,
  stalledInterval: 2_000,
  maxStalledCount: 100,
  runRetryDelay: 1_000,
  drainDelay: 2,
  concurrency: 1,
};
/** A wake-up says only "look now": nobody reads its history. */
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: 100, attempts: 1 } as const;

export function queueBackendOf(environment: Environment, traced: Traced = {}): QueueBackend {
  const { QUEUE_URL } = environment;
  return QUEUE_URL === undefined
    ? postgresBackend(databaseAddress(requiredSetting(environment, 'ENGINE_DATABASE_URL'), environment), traced)
    : redisBackend(QUEUE_URL, environment, { jobs: JOB_OPTIONS, workers: WORKER_OPTIONS, traced });
}

function postgresBackend(address: DatabaseAddress, traced: Traced): QueueBackend {
  const classes = withBackend(createPostgresBackend);
  const connection = {
    ...connectionOf(address),
    schema: QUEUE_SCHEMA,
    max: 3,
    application_name: 'front-door-queue',
    connectionTimeoutMillis: 3_000,
    query_timeout: 10_000,
  };
  return {
    queue: (name) => new classes.Queue(name, { connection, defaultJobOptions: JOB_OPTIONS, ...traced }),
    worker: (name, process) =>
      new CutWorker(name, process, { connection, ...WORKER_OPTIONS, ...traced }, createPostgresBackend),
  };
}
