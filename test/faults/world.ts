import { type RedisServer, startRedis } from '../support/redis-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import type { Backend } from './scenario.ts';

/** What stands around the processes of the service. */
export interface World {
  /** As the checker reaches it: directly, past every proxy. */
  readonly database: TestDatabase;
  readonly redis: RedisServer | null;
  /** As processes reach it, and whatever else they are to be told: settings that all of them get. */
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** A database of its own on the cluster of the run, and a Redis of its own where the queue stands there. */
export async function usualWorld(backend: Backend): Promise<World> {
  const database = await createTestDatabase();
  const redis = backend === 'Redis' ? await startRedis() : null;
  return {
    database,
    redis,
    settings: settingsFor(database, redis),
    close: async () => {
      await redis?.stop();
      await database.drop();
    },
  };
}

/** Where processes find a database and a queue that nothing stands in front of. */
export function settingsFor(database: TestDatabase, redis: { url: string } | null): Record<string, string> {
  return {
    DATABASE_URL: database.apiUrl,
    ENGINE_DATABASE_URL: database.engineUrl,
    ...(redis === null ? {} : { QUEUE_URL: redis.url }),
  };
}
