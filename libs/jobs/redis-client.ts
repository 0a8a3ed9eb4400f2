import { createRequire } from 'node:module';
import { createIORedisClient, type IRedisClient, type RedisOptions } from 'bullmq';
import type * as IoRedis from 'ioredis';
import type { ClusterOptions, Redis as Server } from 'ioredis';
import { inTime } from './in-time.ts';

const ASK_EVERY_MS = 5_000;
const ANSWER_MS = 5_000;

/** What BullMQ is given to connect to a cluster with, beside its own options. */
interface OfCluster {
  readonly hosts?: readonly { readonly host: string; readonly port: number }[];
  readonly cluster?: ClusterOptions;
}

/**
 * Opens BullMQ's connections. It can open one to a single server itself, but not to a cluster, and one that it was given
 * open it does not close. The client is loaded when it is wanted: without Redis nobody needs it, and a worker should start
 * fast.
 */
export function redisClient(given: RedisOptions): IRedisClient {
  const { Cluster, Redis } = createRequire(import.meta.url)('ioredis') as typeof IoRedis;
  const { url, hosts, cluster, connectionName, ...rest } = given as RedisOptions & OfCluster;
  const name = connectionName === undefined ? {} : { connectionName };
  if (hosts !== undefined) {
    return createIORedisClient(
      new Cluster([...hosts], { ...cluster, redisOptions: { ...cluster?.redisOptions, ...name } }),
    );
  }
  const server = url === undefined ? new Redis({ ...rest, ...name }) : new Redis(url, { ...rest, ...name });
  // BullMQ names those on which it waits for jobs, and looks after them by itself.
  if (connectionName === undefined) dropWhenSilent(server);
  return createIORedisClient(server);
}

/**
 * Makes a connection anew on which nothing is answered. Nobody resets one to a machine that is gone, or to a primary that
 * hangs and has been replaced.
 */
function dropWhenSilent(server: Server): void {
  let asking: NodeJS.Timeout | undefined;
  server.on('ready', () => {
    clearInterval(asking);
    asking = setInterval(() => {
      inTime(server.ping(), ANSWER_MS).catch(() => {
        server.disconnect(true);
      });
    }, ASK_EVERY_MS).unref();
  });
  server.on('close', () => {
    clearInterval(asking);
  });
}
