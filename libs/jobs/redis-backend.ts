import { type JobsOptions, Queue, RedisConnection, type RedisOptions, type WorkerOptions } from 'bullmq';
import type { ClusterOptions } from 'ioredis';
import { type RedisAddress, redisAddress, type Environment } from '#platform';
import { CutWorker } from './cut-worker.ts';
import type { QueueBackend } from './queue-backend.ts';
import type { Traced } from './queue-telemetry.ts';
import { redisClient } from './redis-client.ts';

const LOOK_AGAIN_MS = 500;
const CONNECT_MS = 2_000;
/** After so long without an answer, whoever wakes is told that the queue is away. */
const ANSWER_MS = 5_000;

type RedisSettings = Pick<Environment, 'QUEUE_CA' | 'QUEUE_SENTINEL_PASSWORD'>;
type Group = Exclude<RedisAddress, { kind: 'server' }>;

/** What a queue and a worker are made with, whatever they are connected to. */
export interface RedisBackendOptions {
  readonly jobs: JobsOptions;
  readonly workers: Omit<WorkerOptions, 'connection'>;
  readonly traced: Traced;
}

/** The producer fails at once when Redis is away; the consumer waits for it. Both look again twice a second. */
export function redisBackend(url: string, settings: RedisSettings, options: RedisBackendOptions): QueueBackend {
  const address = redisAddress(url);
  RedisConnection.clientFactory = redisClient;
  return address.kind === 'cluster'
    ? clusterBackend(address, settings, options)
    : serverBackend(serverOptions(address, settings), options);
}

function serverBackend(common: RedisOptions, { jobs, workers, traced }: RedisBackendOptions): QueueBackend {
  const producing = { ...common, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: ANSWER_MS };
  const consuming = { ...common, maxRetriesPerRequest: null };
  return {
    queue: (name) => new Queue(name, { connection: producing, defaultJobOptions: jobs, ...traced }),
    worker: (name, process) => new CutWorker(name, process, { connection: consuming, ...workers, ...traced }),
  };
}

/**
 * Everything of one queue has to be on one node: its name between braces has the cluster put it there. Each queue goes
 * where its name says, so that lanes are spread over the nodes.
 */
function clusterBackend(
  address: Group,
  settings: RedisSettings,
  { jobs, workers, traced }: RedisBackendOptions,
): QueueBackend {
  const producing = { hosts: address.hosts, cluster: clusterOptions(address, settings, true) };
  const consuming = { hosts: address.hosts, cluster: clusterOptions(address, settings, false) };
  const prefixOf = (name: string): string => `{${name}}`;
  return {
    queue: (name) =>
      new Queue(name, { connection: producing, prefix: prefixOf(name), defaultJobOptions: jobs, ...traced }),
    worker: (name, process) =>
      new CutWorker(name, process, { connection: consuming, prefix: prefixOf(name), ...workers, ...traced }),
  };
}

function serverOptions(address: Exclude<RedisAddress, { kind: 'cluster' }>, settings: RedisSettings): RedisOptions {
  const common = { connectTimeout: CONNECT_MS, retryStrategy: () => LOOK_AGAIN_MS };
  const { QUEUE_CA: ca, QUEUE_SENTINEL_PASSWORD: sentinelPassword } = settings;
  if (address.kind === 'server') return { url: address.url, ...common, ...(ca === undefined ? {} : { tls: { ca } }) };
  const tls = tlsOf(address, ca);
  return {
    ...common,
    sentinels: address.hosts,
    name: address.name,
    ...accessOf(address),
    ...(sentinelPassword === undefined ? {} : { sentinelPassword }),
    ...(tls === undefined ? {} : { tls, sentinelTLS: tls, enableTLSForSentinelMode: true }),
    sentinelRetryStrategy: () => LOOK_AGAIN_MS,
  };
}

function clusterOptions(address: Group, { QUEUE_CA }: RedisSettings, isProducer: boolean): ClusterOptions {
  const tls = tlsOf(address, QUEUE_CA);
  return {
    lazyConnect: true,
    enableOfflineQueue: !isProducer,
    clusterRetryStrategy: () => LOOK_AGAIN_MS,
    slotsRefreshTimeout: CONNECT_MS,
    // Certificates name hosts: a node is connected to by the name that it was found by.
    dnsLookup: (host, found) => {
      found(null, host);
    },
    redisOptions: {
      ...accessOf(address),
      ...(tls === undefined ? {} : { tls }),
      connectTimeout: CONNECT_MS,
      maxRetriesPerRequest: null,
      ...(isProducer ? { commandTimeout: ANSWER_MS } : {}),
    },
  };
}

function accessOf({ username, password }: Group): { username?: string; password?: string } {
  return { ...(username === undefined ? {} : { username }), ...(password === undefined ? {} : { password }) };
}

function tlsOf({ isSecure }: Group, ca: string | undefined): { ca?: string } | undefined {
  if (!isSecure) return undefined;
  return ca === undefined ? {} : { ca };
}
