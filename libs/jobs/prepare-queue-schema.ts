import { runMigrations } from 'bullmq';
import pg from 'pg';

export const QUEUE_SCHEMA = 'bullmq';

/**
 * Brings BullMQ's own tables up to date and lets the engine use them. Runs as the owner, beside our migrations. The
 * engine may create in this one schema: BullMQ makes a sequence for each queue when it is first used.
 */
export async function prepareQueueSchema(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'front-door-migrate' });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(`
      GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO front_door_engine;
      GRANT ALL ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO front_door_engine;
      GRANT ALL ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO front_door_engine;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO front_door_engine;`);
  } finally {
    await client.end();
  }
}
