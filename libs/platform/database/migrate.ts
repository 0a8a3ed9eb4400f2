import type { MixedList } from 'typeorm';
import { createDataSource } from './create-data-source.ts';
import type { DatabaseAddress } from './database-address.ts';

/** Brings the schema up to date, each migration in a transaction of its own; returns the names of those it ran. */
export async function migrate(owner: DatabaseAddress, migrations: MixedList<new () => object>): Promise<string[]> {
  const dataSource = createDataSource({ address: owner, pool: 2, applicationName: 'front-door-migrate', migrations });
  await dataSource.initialize();
  try {
    const run = await dataSource.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
