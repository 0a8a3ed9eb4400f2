import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { JobQueues, steadyFaultLog, type Workload, WORKLOADS } from '#jobs';
import { connectionOf, CrashPoints, databaseAddress, Environment, EventLog, requiredSetting } from '#platform';
import { WAKE_CHANNEL } from './wake-workers.ts';

const RECONNECT_MS = 500;
/** A queue is woken so often at most: every process that listens has had the notice itself. */
const REST_MS = 100;

/** What this process does about a notice itself. Returns at once and never throws. */
type OnNotice = (workload: Workload) => void;

/**
 * Listens for PostgreSQL's notice that work was committed, begins it here and now, and wakes the workers through BullMQ.
 * Losing a notice, or the queue, costs time and nothing else: the sweep looks by itself.
 */
@Injectable()
export class WakeRelay implements OnApplicationShutdown {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;
  private onNotice: OnNotice = () => undefined;
  private readonly wanted = new Set<Workload>();
  private readonly waking = new Map<Workload, Promise<void>>();
  private readonly onDisconnected: (error: unknown) => void;
  private readonly onWakeFailed: (error: unknown) => void;

  constructor(
    private readonly environment: Environment,
    private readonly queues: JobQueues,
    private readonly crashPoints: CrashPoints,
    log: EventLog,
  ) {
    this.onDisconnected = steadyFaultLog(log, 'relay.disconnected');
    this.onWakeFailed = steadyFaultLog(log, 'relay.wake_failed');
  }

  /** Starts listening, now or as soon as PostgreSQL can be reached. */
  async start(onNotice: OnNotice): Promise<void> {
    this.onNotice = onNotice;
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.client?.end();
    await Promise.all(this.waking.values());
  }

  private async listen(): Promise<void> {
    const client = this.openClient();
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${WAKE_CHANNEL}`);
    } catch (error: unknown) {
      this.onDisconnected(error);
      void client.end().catch(this.onDisconnected);
      this.reconnectLater();
      return;
    }
    // Nobody heard the notices of work that came before.
    for (const workload of WORKLOADS) this.wake(workload);
  }

  private openClient(): pg.Client {
    const address = databaseAddress(requiredSetting(this.environment, 'ENGINE_DATABASE_URL'), this.environment);
    const client = new pg.Client({
      ...connectionOf(address),
      application_name: 'front-door-relay',
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    client.on('notification', (notice) => {
      const workload = WORKLOADS.find((candidate) => candidate === notice.payload);
      if (workload === undefined) return;
      this.onNotice(workload);
      this.wake(workload);
    });
    client.on('error', this.onDisconnected);
    client.on('end', () => {
      if (this.client === client) this.reconnectLater();
    });
    return client;
  }

  /** Notices that arrive while a wake-up is under way share the next one. */
  private wake(workload: Workload): void {
    this.wanted.add(workload);
    if (!this.waking.has(workload)) this.waking.set(workload, this.wakeWhileWanted(workload));
  }

  private async wakeWhileWanted(workload: Workload): Promise<void> {
    try {
      while (this.wanted.delete(workload)) {
        this.crashPoints.pass('relay.before_wake');
        await this.queues.wake(workload);
        await sleep(REST_MS);
      }
    } catch (error: unknown) {
      this.onWakeFailed(error);
    } finally {
      this.waking.delete(workload);
    }
  }

  private reconnectLater(): void {
    if (this.stopped || this.retry !== null) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.listen();
    }, RECONNECT_MS);
  }
}
