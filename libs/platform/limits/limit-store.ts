import pg from 'pg';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { connectionOf } from '../database/connection-of.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import type { EventLog } from '../logging/event-log.ts';
import type { LimitName, LimitPlan } from './limit-plan.ts';

/** Counts for a key; rejects with a `RateLimiterRes` when the key has used up its limit. */
export interface Counter {
  consume(key: string, points: number): Promise<RateLimiterRes>;
}

/** A limiter that is slow is worse than none: after this many milliseconds the process counts by itself. */
const PATIENCE_MS = 2_000;
/** So long the table is left alone after a fault: no second request waits for it. */
const PAUSE_MS = 2_000;
const BURST_WINDOWS = 10;

/** Where all API processes count together: a table of their own kind, over a small pool of its own. */
export class LimitStore {
  private readonly pool: pg.Pool;
  private awayUntil = 0;

  constructor(
    address: DatabaseAddress,
    private readonly log: EventLog,
  ) {
    this.pool = new pg.Pool({
      ...connectionOf(address),
      application_name: 'front-door-limits',
      max: 2,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      statement_timeout: PATIENCE_MS,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
    });
    this.pool.on('error', (error) => {
      this.tell(error);
    });
  }

  counter(name: LimitName, { points, burst, window }: LimitPlan): Counter {
    const counter = this.fixedWindow(name, points, window);
    return burst === 0
      ? counter
      : new BurstyRateLimiter(counter, this.fixedWindow(`${name}_burst`, burst, window * BURST_WINDOWS));
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /**
   * Keys over the limit are held in memory and cost the database nothing; the same limit in memory stands in while the
   * table cannot be reached. One counter clears expired rows, an hour after, for all.
   */
  private fixedWindow(name: string, points: number, duration: number): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: { query: (statement: pg.QueryConfig) => this.query(statement) },
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: name === 'address',
      keyPrefix: name,
      points,
      duration,
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
    });
  }

  private async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    if (performance.now() < this.awayUntil) throw new Error('The counts cannot be reached at the moment.');
    try {
      return await this.pool.query(statement);
    } catch (error: unknown) {
      this.tell(error);
      throw error;
    }
  }

  private tell(error: unknown): void {
    if (performance.now() < this.awayUntil) return;
    this.awayUntil = performance.now() + PAUSE_MS;
    this.log.fault('limits.store_away', error);
  }
}
