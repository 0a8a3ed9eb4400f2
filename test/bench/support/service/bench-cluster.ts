import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { prepareQueueSchema } from '#jobs';
import { migrations } from '#migrations';
import { createRoles, migrate } from '#platform';
import { startEmbeddedDatabase } from '../../../../apps/standalone/embedded-database.ts';

/** One database of the cluster, with the whole schema. */
export interface BenchDatabase {
  /** For a role of the service; row-level security holds it. */
  urlOf(role: 'owner' | 'api' | 'engine'): string;
  /** As the server's administrator, whom row-level security does not hold. One connection. */
  readonly admin: pg.Client;
}

export interface BenchCluster {
  /** Makes a database of that name with the service's schema. */
  database(name: string): Promise<BenchDatabase>;
  /** Makes an empty database of that name; resolves to the administrator's address for it. */
  emptyDatabase(name: string): Promise<string>;
  /** Version and settings, for the report. */
  readonly facts: string;
  stop(): Promise<void>;
}

const PASSWORD = 'bench-only';
/** As somebody who runs it would set it up; everything that makes a commit durable is PostgreSQL's default: on. */
const SETTINGS = ['shared_buffers=1GB', 'max_wal_size=4GB', 'max_connections=300'];

/** A PostgreSQL of the bench's own, on loopback, in a folder that goes when it stops. */
export async function startBenchCluster(settings: readonly string[] = []): Promise<BenchCluster> {
  const folder = await mkdtemp(path.join(tmpdir(), 'front-door-bench-'));
  const all = [...SETTINGS, ...settings];
  const server = await startEmbeddedDatabase(
    folder,
    all.flatMap((setting) => ['-c', setting]),
  );
  process.once('exit', () => {
    endAtOnce(folder);
  });
  const connections: pg.Client[] = [];
  const connect = async (name: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: server.urlOf('postgres', server.password, name) });
    // The server is stopped under it at the end.
    client.on('error', () => undefined);
    await client.connect();
    connections.push(client);
    return client;
  };
  const maintenance = await connect('postgres');
  return {
    facts: `${await versionOf(maintenance)}; fsync and synchronous_commit on; ${all.join(', ')}`,
    database: async (name) => {
      const local = (url: string) => ({ url, ssl: false as const });
      const urlOf = (role: string): string => server.urlOf(`front_door_${role}`, PASSWORD, name);
      await createRoles(local(server.adminUrl), name, { owner: PASSWORD, api: PASSWORD, engine: PASSWORD });
      await migrate(local(urlOf('owner')), migrations);
      await prepareQueueSchema(local(urlOf('owner')));
      return { urlOf, admin: await connect(name) };
    },
    emptyDatabase: async (name) => {
      await maintenance.query(`CREATE DATABASE ${name}`);
      return server.urlOf('postgres', server.password, name);
    },
    stop: async () => {
      for (const connection of connections) await connection.end().catch(() => undefined);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A bench that failed leaves no server and no folder; after `stop` there is neither. */
function endAtOnce(folder: string): void {
  const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
  try {
    if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    // It is gone already.
  }
  rmSync(folder, { recursive: true, force: true });
}

async function versionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return rows[0]?.server_version ?? 'not known';
}
