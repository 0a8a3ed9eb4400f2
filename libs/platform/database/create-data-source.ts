import { DataSource, getMetadataArgsStorage, type MixedList } from 'typeorm';
import { connectionOf } from './connection-of.ts';
import type { DatabaseAddress } from './database-address.ts';
import { PreparingClient } from './preparing-client.ts';

export interface DataSourceSettings {
  readonly address: DatabaseAddress;
  readonly pool: number;
  /** Shown in pg_stat_activity, so that an operator can tell the processes apart. */
  readonly applicationName: string;
  /** How long the server may take to answer a statement, in milliseconds; left out, for ever. */
  readonly answerWithinMs?: number | undefined;
  readonly migrations?: MixedList<new () => object>;
}

/**
 * A TypeORM data source over every entity that the loaded libraries declare. `synchronize` is off for good: the
 * schema comes from migrations alone. Time limits keep a stuck statement or a frozen process from holding locks.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  const { connectionString, ssl, ...driver } = connectionOf(settings.address);
  return new DataSource({
    type: 'postgres',
    url: connectionString,
    ssl,
    synchronize: false,
    migrationsRun: false,
    entities: getMetadataArgsStorage().tables.map((table) => table.target),
    ...(settings.migrations === undefined ? {} : { migrations: settings.migrations as never }),
    migrationsTableName: 'schema_migration',
    installExtensions: false,
    extra: {
      ...driver,
      Client: PreparingClient,
      answerWithinMs: settings.answerWithinMs,
      max: settings.pool,
      application_name: settings.applicationName,
      connectionTimeoutMillis: 3_000,
      statement_timeout: 10_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 10_000,
      keepAlive: true,
      // Statements that do not wait for one another are sent together: one way to the server and back for all.
      pipeline: true,
      keepAliveInitialDelayMillis: 10_000,
    },
  });
}
