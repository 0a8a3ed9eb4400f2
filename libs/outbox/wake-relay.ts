import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { LANES, type Lane } from '#domain';
import { JobQueues } from '#jobs';
import { CrashPoints, Environment, EventLog } from '#platform';
import { WAKE_CHANNEL } from './outbox.ts';

const RECONNECT_MS = 500;

/**
 * Listens for PostgreSQL's notice that work was committed and wakes the lane's workers through BullMQ. Losing a notice,
 * or the queue, costs time and nothing else: the sweep looks by itself.
 */
@Injectable()
export class WakeRelay implements OnApplicationShutdown {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;
  private readonly wanted = new Set<Lane>();
  private readonly waking = new Map<Lane, Promise<void>>();

  constructor(
    private readonly environment: Environment,
    private readonly queues: JobQueues,
    private readonly crashPoints: CrashPoints,
    private readonly log: EventLog,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.environment.ENGINE_DATABASE_URL,
      application_name: 'front-door-relay',
      keepAlive: true,
    });
    client.on('notification', (notice) => {
      const lane = LANES.find((candidate) => candidate === notice.payload);
      if (lane !== undefined) this.wake(lane);
    });
    client.on('error', (error) => {
      this.log.fault('relay.disconnected', error);
    });
    client.on('end', () => {
      this.reconnectLater();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${WAKE_CHANNEL}`);
      this.client = client;
    } catch (error: unknown) {
      this.log.fault('relay.disconnected', error);
      this.reconnectLater();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.client?.end();
    await Promise.all(this.waking.values());
  }

  /** Notices that arrive while a wake-up is under way share the next one. */
  private wake(lane: Lane): void {
    this.wanted.add(lane);
    if (!this.waking.has(lane)) this.waking.set(lane, this.wakeWhileWanted(lane));
  }

  private async wakeWhileWanted(lane: Lane): Promise<void> {
    try {
      while (this.wanted.delete(lane)) {
        this.crashPoints.pass('relay.before_wake');
        await this.queues.wake(lane);
      }
    } catch (error: unknown) {
      this.log.fault('relay.wake_failed', error, { lane });
    } finally {
      this.waking.delete(lane);
    }
  }

  private reconnectLater(): void {
    if (this.stopped || this.retry !== null) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.start();
    }, RECONNECT_MS);
  }
}
