import type { OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { CrashPoints } from '../crash-points.ts';
import { toUnavailable } from './unavailable.ts';

/** A running transaction. Every repository method takes one first; none opens its own. */
export type Tx = EntityManager;

/** The only way to the database: everything that belongs together is written together, or not at all. */
export class Database implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly crashPoints: CrashPoints,
  ) {}

  /**
   * Runs `work` in one transaction on one connection and commits when it resolves.
   * @throws DomainError `unavailable` when PostgreSQL cannot be reached or is out of connections.
   */
  async inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      const result = await this.dataSource.transaction('READ COMMITTED', async (tx) => {
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

  /** @throws DomainError `unavailable` when PostgreSQL is away; an error when its schema was never made. */
  async requireSchema(): Promise<void> {
    await this.inTransaction((tx) => tx.query('SELECT 1 FROM schema_migration LIMIT 1'));
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
