import { DataSource, getMetadataArgsStorage, type MixedList } from 'typeorm';
import type { DatabaseAddress } from './database-address.ts';
import { PreparingClient } from './preparing-client.ts';

export interface DataSourceSettings {
  readonly address: DatabaseAddress;
  readonly pool: number;
  /** Shown in pg_stat_activity, so that an operator can tell the processes apart. */
  readonly applicationName: string;
  readonly migrations?: MixedList<new () => object>;
}

/**
 * A TypeORM data source over every entity that the loaded libraries declare. `synchronize` is off for good: the
 * schema comes from migrations alone. Time limits keep a stuck statement or a frozen process from holding locks.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.address.url,
    ssl: settings.address.ssl,
    synchronize: false,
    migrationsRun: false,
    entities: getMetadataArgsStorage().tables.map((table) => table.target),
    ...(settings.migrations === undefined ? {} : { migrations: settings.migrations as never }),
    migrationsTableName: 'schema_migration',
    installExtensions: false,
    extra: {
      Client: PreparingClient,
      max: settings.pool,
      application_name: settings.applicationName,
      connectionTimeoutMillis: 3_000,
      statement_timeout: 10_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 10_000,
      keepAlive: true,
    },
  });
}
