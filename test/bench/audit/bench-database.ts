import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRoles, migrate } from '#platform';
import pg from 'pg';
import type * as EmbeddedDatabase from '../../../apps/standalone/embedded-database.ts';
import type * as Migrations from '../../../migrations/index.ts';

export interface BenchDatabase {
  readonly apiUrl: string;
  readonly engineUrl: string;
  /** Runs SQL as the administrator. */
  query(text: string, values?: unknown[]): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = 'bench-only';
const NAME = 'front_door_bench';

/** A PostgreSQL of our own with the whole schema. Migrations and the cluster come from the built service. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const { startEmbeddedDatabase } = await built<typeof EmbeddedDatabase>('apps/standalone/embedded-database.js');
  const { migrations } = await built<typeof Migrations>('migrations/index.js');
  const folder = await mkdtemp(path.join(tmpdir(), 'front-door-bench-'));
  const flags = ['shared_buffers=1GB', 'max_wal_size=4GB', 'max_connections=200'];
  const cluster = await startEmbeddedDatabase(
    folder,
    flags.flatMap((flag) => ['-c', flag]),
  );
  const urlOf = (role: string): string => cluster.urlOf(`front_door_${role}`, PASSWORD, NAME);
  const local = (url: string) => ({ url, ssl: false as const });
  await createRoles(local(cluster.adminUrl), NAME, { owner: PASSWORD, api: PASSWORD, engine: PASSWORD });
  await migrate(local(urlOf('owner')), migrations);
  const admin = new pg.Client({ connectionString: cluster.urlOf('postgres', cluster.password, NAME) });
  await admin.connect();
  return {
    apiUrl: urlOf('api'),
    engineUrl: urlOf('engine'),
    query: async (text, values = []) => {
      await admin.query(text, values);
    },
    stop: async () => {
      await admin.end();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function built<Module>(file: string): Promise<Module> {
  return import(pathToFileURL(path.resolve('dist', file)).href) as Promise<Module>;
}
