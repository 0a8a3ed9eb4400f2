import type { OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { CrashPoints } from '../crash-points.ts';
import { sql } from './sql.ts';
import { toOutcome, toUnavailable } from './unavailable.ts';

/** A running transaction. Every repository method takes one first; none opens its own. */
export type Tx = EntityManager;

/**
 * For whom a transaction runs. PostgreSQL shows it that authority's rows and no others (row-level security, ADR 23),
 * and of restricted cases only those opened to this person or sent by this agency. An `Actor` is one.
 */
export interface Scope {
  readonly authorityId: string;
  /** The person or partner system; left out where the service itself works. */
  readonly id?: string;
  readonly agencyId?: string | null;
}

/** Connections of a process. */
export interface PoolUse {
  readonly used: number;
  readonly idle: number;
  /** Transactions that wait for a connection. */
  readonly waiting: number;
}

/** The only way to the database: everything that belongs together is written together, or not at all. */
export class Database implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly crashPoints: CrashPoints,
    /** How long a transaction may take, in milliseconds; then its connection ends and PostgreSQL undoes it. */
    private readonly transactionMs: number | null = null,
  ) {}

  /**
   * Runs `work` in one transaction on one connection, for one authority, and commits when it resolves.
   * @throws DomainError `unavailable` when PostgreSQL cannot be reached, is out of connections or too slow;
   * OutcomeUnknownError when it did not answer the COMMIT.
   */
  inTransaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transact(async (tx) => {
      // Sent before everything that `work` asks, and answered before it: nothing is gained by waiting for the answer first.
      const scoped = sql(tx, SET_SCOPE, [scope.authorityId, scope.id ?? '', scope.agencyId ?? '']);
      const [worked] = await Promise.all([work(tx), scoped]);
      return worked;
    });
  }

  /**
   * As `inTransaction`, for no authority: sees what belongs to none (rule sets by content, layouts) and, as the engine,
   * which work waits. Rows about children do not show.
   */
  acrossAuthorities<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transact(work);
  }

  /** @throws DomainError `unavailable` when PostgreSQL is away; an error when its schema was never made. */
  async requireSchema(): Promise<void> {
    await this.acrossAuthorities((tx) => tx.query('SELECT 1 FROM schema_migration LIMIT 1'));
  }

  /** How busy the connections are at this moment. */
  poolUse(): PoolUse {
    const { master } = this.dataSource.driver as unknown as { readonly master: pg.Pool };
    const { totalCount, idleCount, waitingCount } = master;
    return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** Isolation is PostgreSQL's default, READ COMMITTED: naming it would cost a round trip. */
  private async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const progress: { isCommitting: boolean; deadline?: NodeJS.Timeout | undefined } = { isCommitting: false };
    try {
      const result = await this.dataSource.transaction(async (tx) => {
        progress.deadline = await this.endInTime(tx);
        const value = await work(tx);
        this.crashPoints.pass('transaction.before_commit');
        progress.isCommitting = true;
        return value;
      });
      this.crashPoints.pass('transaction.after_commit');
      return result;
    } catch (error: unknown) {
      throw progress.isCommitting ? toOutcome(error) : toUnavailable(error);
    } finally {
      clearTimeout(progress.deadline);
    }
  }

  private async endInTime({ queryRunner }: Tx): Promise<NodeJS.Timeout | undefined> {
    if (this.transactionMs === null) return undefined;
    const client = (await queryRunner?.connect()) as pg.Client;
    return setTimeout(() => client.connection.stream.destroy(), this.transactionMs);
  }
}

/** For this transaction alone: the next one on the same connection starts without. */
const SET_SCOPE = `SELECT set_config('front_door.authority', $1, true), set_config('front_door.person', $2, true),
  set_config('front_door.agency', $3, true)`;
