import pg from 'pg';

const LOOK_EVERY_MS = 200;
/** Where much waits a look takes long: so much of the time, at most, goes into looking. */
const SHARE = 0.05;

/** Looks from outside at how much waits, over one connection of the administrator, which it opens again when it breaks. */
export class Watch {
  /** Cases that waited for a proposal when it last could look. */
  waiting = 0;
  private readonly pool: pg.Pool;
  private timer: NodeJS.Timeout | null = null;

  constructor(adminUrl: string) {
    this.pool = new pg.Pool({
      connectionString: adminUrl,
      max: 1,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
    });
    // The next look says that the server is away.
    this.pool.on('error', () => undefined);
    this.lookAfter(LOOK_EVERY_MS);
  }

  /** Cases that wait now; `null` when the server does not say. */
  async countNow(): Promise<number | null> {
    try {
      const { rows } = await this.pool.query<{ waiting: number }>(WAITING);
      this.waiting = rows[0]?.waiting ?? 0;
      return this.waiting;
    } catch {
      return null;
    }
  }

  async close(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.pool.end();
  }

  private lookAfter(ms: number): void {
    this.timer = setTimeout(() => void this.look(), ms);
  }

  private async look(): Promise<void> {
    const startedAt = performance.now();
    await this.countNow();
    if (this.timer !== null) this.lookAfter(Math.max(LOOK_EVERY_MS, (performance.now() - startedAt) / SHARE));
  }
}

/** From the outbox, whose index holds only what waits. A case that a person was given because the rules failed waits no more. */
const WAITING = `SELECT count(DISTINCT m.case_id)::int AS waiting FROM outbox_message m
  WHERE m.done_at IS NULL AND m.failed_at IS NULL AND m.topic = 'triage.requested' AND m.input_version = 1`;
