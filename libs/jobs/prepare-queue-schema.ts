import { runMigrations } from 'bullmq';
import pg from 'pg';
import { connectionOf, type DatabaseAddress } from '#platform';

export const QUEUE_SCHEMA = 'bullmq';

/**
 * Brings BullMQ's own tables up to date and lets the engine use them. Runs as the owner, beside our migrations. The
 * engine may create in this one schema: BullMQ makes a sequence for each queue when it is first used.
 */
export async function prepareQueueSchema(owner: DatabaseAddress): Promise<void> {
  const client = new pg.Client({ ...connectionOf(owner), application_name: 'front-door-migrate' });
  await client.connect();
  try {
    // Rights go to objects as the owner makes them: later ones that BullMQ makes as the engine are the engine's own.
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS ${QUEUE_SCHEMA};
      GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO front_door_engine;
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${QUEUE_SCHEMA} GRANT ALL ON TABLES TO front_door_engine;
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${QUEUE_SCHEMA} GRANT ALL ON SEQUENCES TO front_door_engine;
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${QUEUE_SCHEMA} GRANT EXECUTE ON FUNCTIONS TO front_door_engine;`);
    await runMigrations(client, QUEUE_SCHEMA);
  } finally {
    await client.end();
  }
}
