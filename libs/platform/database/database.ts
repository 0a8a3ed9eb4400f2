import type { OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { CrashPoints } from '../crash-points.ts';
import { toUnavailable } from './unavailable.ts';

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

/** The only way to the database: everything that belongs together is written together, or not at all. */
export class Database implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly crashPoints: CrashPoints,
  ) {}

  /**
   * Runs `work` in one transaction on one connection, for one authority, and commits when it resolves.
   * @throws DomainError `unavailable` when PostgreSQL cannot be reached or is out of connections.
   */
  inTransaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transact(async (tx) => {
      await tx.query(SET_SCOPE, [scope.authorityId, scope.id ?? '', scope.agencyId ?? '']);
      return work(tx);
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

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** Isolation is PostgreSQL's default, READ COMMITTED: naming it would cost a round trip. */
  private async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      const result = await this.dataSource.transaction(async (tx) => {
        const value = await work(tx);
        this.crashPoints.pass('transaction.before_commit');
        return value;
      });
      this.crashPoints.pass('transaction.after_commit');
      return result;
    } catch (error: unknown) {
      throw toUnavailable(error);
    }
  }
}

/** For this transaction alone: the next one on the same connection starts without. */
const SET_SCOPE = `SELECT set_config('front_door.authority', $1, true), set_config('front_door.person', $2, true),
  set_config('front_door.agency', $3, true)`;
