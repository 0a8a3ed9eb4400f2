import { type ChildProcess, spawn } from 'node:child_process';
import { JobQueues, JobWorkers, type QueueBackend, queueBackendOf } from '#jobs';
import { EventLog, loadEnvironment } from '#platform';
import type { Lane } from '#domain';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { anyRedis } from './redis-server.ts';
import { createTestDatabase } from './test-database.ts';

export type QueueKind = 'PostgreSQL' | 'Redis';

/** A queue of one kind behind a proxy that can take it away, with producers and consumers as the service makes them. */
export interface QueueRig {
  readonly proxy: FaultProxy;
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

export async function openQueueRig(kind: QueueKind): Promise<QueueRig> {
  const server = kind === 'PostgreSQL' ? await postgresTarget() : await redisTarget();
  const proxy = await startFaultProxy(server.target);
  const url = server.urlAt(proxy.port);
  const settings = {
    ENGINE_DATABASE_URL: kind === 'PostgreSQL' ? url : 'postgres://unused',
    ...(kind === 'Redis' ? { QUEUE_URL: url } : {}),
  };
  const backend = backendOf(settings);
  const log = new CountingLog();
  const opened: { onApplicationShutdown(): Promise<void> }[] = [];
  const children: ChildProcess[] = [];
  return {
    proxy,
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
      await proxy.close();
      await server.stop();
    },
  };
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
