import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';

/** What both backends have alike. */
export interface BareQueue {
  waitUntilReady(): Promise<unknown>;
  addBulk(jobs: { readonly name: string; readonly data: object }[]): Promise<unknown>;
  close(): Promise<void>;
}

interface BareWorker {
  waitUntilReady(): Promise<unknown>;
}

/** Where bare BullMQ keeps its jobs. */
export type Backend = { readonly redisPort: number } | { readonly databaseUrl: string };

const NAME = 'bare';
const CONCURRENCY = 64;

/** As its documentation shows it, with jobs removed when they are done. */
export function bareQueue(backend: Backend): BareQueue {
  const defaultJobOptions = { removeOnComplete: true };
  if ('redisPort' in backend) {
    return new Queue(NAME, { connection: { host: '127.0.0.1', port: backend.redisPort }, defaultJobOptions });
  }
  const { Queue: OnPostgres } = withBackend(createPostgresBackend);
  return new OnPostgres(NAME, { connection: connectionOf(backend), defaultJobOptions });
}

/** With an empty handler. */
export function bareWorker(backend: Backend, onDone: () => void): BareWorker {
  const nothing = (): Promise<void> => Promise.resolve();
  const worker =
    'redisPort' in backend
      ? new Worker(NAME, nothing, {
          connection: { host: '127.0.0.1', port: backend.redisPort },
          concurrency: CONCURRENCY,
        })
      : new (withBackend(createPostgresBackend).Worker)(NAME, nothing, {
          connection: connectionOf(backend),
          concurrency: CONCURRENCY,
        });
  worker.on('completed', onDone);
  return worker;
}

function connectionOf({ databaseUrl }: { readonly databaseUrl: string }) {
  return { connectionString: databaseUrl, max: 10, migrate: true };
}
