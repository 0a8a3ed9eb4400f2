import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { connectionOf, databaseAddress, Environment, EventLog, requiredSetting } from '#platform';

/** Something about a case of this queue changed. `queue` is null where changes may have been missed. */
export interface WorklistChange {
  readonly authorityId: string | null;
  readonly queue: string | null;
}

type Hear = (change: WorklistChange) => void;

const CHANNEL = 'front_door_worklist';
const RECONNECT_MS = 500;
const MISSED: WorklistChange = { authorityId: null, queue: null };

/**
 * Hears from PostgreSQL which queues change: one connection for the whole process, opened when somebody first wants to
 * know. What was said while it was away is not repeated, so that everybody is told to look again.
 */
@Injectable()
export class WorklistChanges implements OnApplicationShutdown {
  private readonly hearers = new Set<Hear>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly environment: Environment,
    private readonly log: EventLog,
  ) {}

  /** Returns how to stop hearing. */
  hear(hear: Hear): () => void {
    this.hearers.add(hear);
    if (this.client === null && this.retry === null && !this.stopped) void this.listen(false);
    return () => this.hearers.delete(hear);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(isAgain: boolean): Promise<void> {
    const client = this.openClient();
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      if (isAgain) this.tell(MISSED);
    } catch (error: unknown) {
      this.log.fault('worklist_changes.disconnected', error);
      void client.end().catch(() => undefined);
      this.listenLater(client);
    }
  }

  private openClient(): pg.Client {
    const address = databaseAddress(requiredSetting(this.environment, 'DATABASE_URL'), this.environment);
    const named = { application_name: 'front-door-worklist', connectionTimeoutMillis: 3_000, keepAlive: true };
    const client = new pg.Client({ ...connectionOf(address), ...named });
    client.on('notification', ({ payload }) => {
      const [authorityId = '', queue = ''] = (payload ?? '').split(' ');
      this.tell({ authorityId, queue });
    });
    client.on('error', () => {
      this.listenLater(client);
    });
    client.on('end', () => {
      this.listenLater(client);
    });
    return client;
  }

  private tell(change: WorklistChange): void {
    for (const hear of this.hearers) hear(change);
  }

  private listenLater(lost: pg.Client): void {
    if (this.stopped || this.retry !== null || this.client !== lost) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.listen(true);
    }, RECONNECT_MS);
  }
}
