import { type ChildProcess, spawn } from 'node:child_process';
import { JobQueues, JobWorkers, type QueueBackend, queueBackendOf } from '#jobs';
import { EventLog, loadEnvironment } from '#platform';
import type { Lane } from '#domain';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { startRedisCluster } from './redis-cluster.ts';
import { startRedisGroup } from './redis-sentinel.ts';
import { anyRedis } from './redis-server.ts';
import { createTestDatabase } from './test-database.ts';

/** Queues with one server, which can stand behind a proxy. */
export type QueueKind = 'PostgreSQL' | 'Redis';
export type GroupKind = 'Redis Cluster' | 'Redis with Sentinel';

/** A queue of one kind, with producers and consumers as the service makes them. */
export interface QueueRig {
  readonly log: CountingLog;
  producer(): JobQueues;
  /** Starts consumers on both lanes. */
  consumer(handle: (lane: Lane) => Promise<void>): JobWorkers;
  /** The same queue used by another process; see process-queue.mjs. */
  spawn(role: 'hold' | 'close'): ChildProcess;
  close(): Promise<void>;
}

/** Counts events instead of writing them. */
class CountingLog extends EventLog {
  readonly faults: string[] = [];

  override info(): void {
    // Not of interest here.
  }

  override fault(event: string): void {
    this.faults.push(event);
  }
}

/** A queue behind a proxy that can take it away. */
export interface ProxiedQueueRig extends QueueRig {
  readonly proxy: FaultProxy;
}

export async function openProxiedQueueRig(kind: QueueKind): Promise<ProxiedQueueRig> {
  const server = kind === 'PostgreSQL' ? await postgresTarget() : await redisTarget();
  const proxy = await startFaultProxy(server.target);
  const url = server.urlAt(proxy.port);
  const rig = rigOn(kind === 'PostgreSQL' ? { ENGINE_DATABASE_URL: url } : onRedis(url), async () => {
    await proxy.close();
    await server.stop();
  });
  return { ...rig, proxy };
}

export function openQueueRig(kind: QueueKind | GroupKind): Promise<QueueRig> {
  return kind === 'PostgreSQL' || kind === 'Redis' ? openProxiedQueueRig(kind) : openGroupRig(kind);
}

async function openGroupRig(kind: GroupKind): Promise<QueueRig> {
  const servers = kind === 'Redis Cluster' ? await startRedisCluster() : await startRedisGroup();
  return rigOn(onRedis(servers.url), () => servers.stop());
}

/** What producers and consumers need when somebody else has the servers. */
export function rigOn(settings: Record<string, string>, stop: () => Promise<void>): QueueRig {
  const backend = backendOf(settings);
  const log = new CountingLog();
  const opened: { onApplicationShutdown(): Promise<void> }[] = [];
  const children: ChildProcess[] = [];
  return {
    log,
    producer: () => remembered(new JobQueues(backend, log), opened),
    consumer: (handle) => {
      const workers = remembered(new JobWorkers(backend, log), opened);
      workers.start({
        'triage.drain': ({ lane }) => handle(lane),
        'rule_sets.drain': () => Promise.resolve(),
        'housekeeping.drain': () => Promise.resolve(),
      });
      return workers;
    },
    spawn: (role) =>
      remembered(
        spawn(process.execPath, ['test/support/process-queue.mjs', role], {
          env: { PATH: process.env['PATH'] ?? '', ...settings },
          stdio: ['pipe', 'pipe', 'inherit'],
        }),
        children,
      ),
    close: async () => {
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(opened.map((part) => part.onApplicationShutdown()));
      await stop();
    },
  };
}

/** Settings of a worker whose queue is there. */
export function onRedis(url: string): Record<string, string> {
  return { ENGINE_DATABASE_URL: 'postgres://unused', QUEUE_URL: url };
}

function backendOf(settings: Record<string, string>): QueueBackend {
  return queueBackendOf(
    loadEnvironment({ DATABASE_URL: 'postgres://unused', OIDC_ISSUER: 'http://localhost:1', ...settings }),
  );
}

function remembered<Part extends object>(part: Part, all: object[]): Part {
  all.push(part);
  return part;
}

interface Target {
  readonly target: { host: string; port: number };
  urlAt(port: number): string;
  stop(): Promise<void>;
}

async function postgresTarget(): Promise<Target> {
  const database = await createTestDatabase();
  return { ...behind(database.engineUrl), stop: () => database.drop() };
}

async function redisTarget(): Promise<Target> {
  const redis = await anyRedis();
  return { ...behind(redis.url), stop: () => redis.stop() };
}

function behind(address: string): Omit<Target, 'stop'> {
  const url = new URL(address);
  return {
    target: { host: url.hostname, port: Number(url.port) },
    urlAt: (port) => {
      const proxied = new URL(address);
      proxied.host = `127.0.0.1:${String(port)}`;
      return proxied.href;
    },
  };
}
