import { rmSync } from 'node:fs';
import { freePort } from '../support/process-port.ts';
import { databaseAt, migratedFolder } from '../support/migrated-cluster.ts';
import { PostgresProxy } from '../support/postgres-proxy.ts';
import { archiving } from '../support/postgres-restore.ts';
import { ownFolder, PostgresServer } from '../support/postgres-server.ts';
import { startRedis } from '../support/redis-process.ts';
import type { Backend } from './scenario.ts';
import { settingsFor, type World } from './world.ts';

/** A PostgreSQL that may be ended, with one proxy in front of it for the API and one for the workers. */
export interface PostgresWorld extends World {
  readonly server: PostgresServer;
  readonly api: PostgresProxy;
  readonly engine: PostgresProxy;
  /** Where the server's log goes, file by file. */
  readonly archive: string;
}

/** All sessions that the processes of a rig may want, with room for the checker, and for what a scenario takes away. */
const MOST_CONNECTIONS = 150;
/** No entry of the log stays longer with the server alone. */
export const ARCHIVED_WITHIN_S = 2;

export async function postgresWorld(backend: Backend): Promise<PostgresWorld> {
  const archive = await ownFolder('archive');
  const flags = ['-c', `max_connections=${String(MOST_CONNECTIONS)}`, '-c', 'shared_buffers=64MB'];
  const own = [...flags, ...archiving(archive, ARCHIVED_WITHIN_S)];
  const server = new PostgresServer(await migratedFolder(), await freePort(), own);
  await server.start();
  return worldOn(server, archive, backend);
}

/** The world around a server that runs. */
export async function worldOn(server: PostgresServer, archive: string, backend: Backend): Promise<PostgresWorld> {
  const redis = backend === 'Redis' ? await startRedis() : null;
  const [api, engine] = await Promise.all([PostgresProxy.to(server.port), PostgresProxy.to(server.port)]);
  const seen = settingsFor(databaseAt(api.port), redis);
  const settings = { ...seen, ENGINE_DATABASE_URL: databaseAt(engine.port).engineUrl };
  return {
    ...{ server, archive, api, engine, redis, settings },
    database: databaseAt(server.port),
    close: async () => {
      await Promise.all([api.close(), engine.close(), redis?.stop()]);
      await server.remove();
      rmSync(archive, { recursive: true, force: true });
    },
  };
}
