import { Socket } from 'node:net';
import pg from 'pg';
import type { DatabaseAddress } from './database-address.ts';

interface Server {
  readonly host: string;
  readonly port: number;
}

/** Whether a server takes writes is known within this time, in milliseconds, or it is passed over. */
const PATIENCE_MS = 1_000;

/** Finds, among the servers of a database, the one that takes writes. Whoever asks while it looks waits for the same look. */
export class PrimaryFinder {
  private last: string | null = null;
  private look: Promise<Server> | null = null;

  constructor(
    private readonly urls: readonly string[],
    private readonly ssl: DatabaseAddress['ssl'],
  ) {}

  /** @throws Error with PostgreSQL's code for "cannot connect now" when none takes writes. */
  find(): Promise<Server> {
    this.look ??= this.lookNow().finally(() => {
      this.look = null;
    });
    return this.look;
  }

  /**
   * The last one first and alone; then all. An old primary that comes back takes writes too: of two, the one that was
   * promoted later is it, as the number of its timeline tells.
   */
  private async lookNow(): Promise<Server> {
    const { last } = this;
    if (last !== null && (await this.timelineOf(last)) !== null) return serverOf(last);
    const timelines = await Promise.all(this.urls.map((url) => this.timelineOf(url)));
    const [newest = null] = timelines
      .filter((one) => one !== null)
      .sort()
      .reverse();
    const found = newest === null ? undefined : this.urls[timelines.indexOf(newest)];
    if (found === undefined) {
      throw Object.assign(new Error('None of the servers of the database takes writes.'), { code: '57P03' });
    }
    this.last = found;
    return serverOf(found);
  }

  /** Eight hexadecimal digits; `null` when the server takes no writes, or says nothing. */
  private async timelineOf(url: string): Promise<string | null> {
    const limits = { connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS };
    const client = new pg.Client({
      connectionString: url,
      ssl: this.ssl,
      application_name: 'front-door-look',
      ...limits,
    });
    client.on('error', ignore);
    try {
      await client.connect();
      const { rows } = await client.query<{ file: string | null }>(NEWEST_LOG_FILE);
      return rows[0]?.file?.slice(0, 8) ?? null;
    } catch {
      return null;
    } finally {
      void client.end().catch(ignore);
    }
  }
}

const NEWEST_LOG_FILE = `SELECT CASE WHEN pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' THEN NULL
  ELSE pg_walfile_name(pg_current_wal_lsn()) END AS file`;

/** A socket that goes to the server the finder finds, wherever it is told to go. */
export class PrimarySocket extends Socket {
  constructor(private readonly finder: PrimaryFinder) {
    super();
  }

  override connect(): this {
    void this.finder.find().then(
      ({ host, port }) => {
        if (!this.destroyed) super.connect(port, host);
      },
      (error: unknown) => this.destroy(error as Error),
    );
    return this;
  }
}

export function serverOf(url: string): Server {
  const { hostname, port } = new URL(url);
  return {
    host: decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1') || 'localhost',
    port: Number(port || '5432'),
  };
}

/** What goes wrong with a look is known from the look. */
function ignore(): void {
  // Nothing to do.
}
