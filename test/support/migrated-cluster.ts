import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { prepareQueueSchema } from '#jobs';
import { createRoles, migrate } from '#platform';
import { migrations } from '#migrations';
import { freePort } from './process-port.ts';
import { ADMIN, initialised, ownFolder, PASSWORD, PostgresServer, type Programs, urlAt } from './postgres-server.ts';
import type { TestDatabase } from './test-database.ts';

export const DATABASE = 'front_door';
let made: Promise<string> | null = null;

/** A data folder of a cluster with the service's database in it; made once, copied for everybody. */
export async function migratedFolder(): Promise<string> {
  made ??= migratedBy(null);
  const folder = await ownFolder('cluster');
  copyFolder(await made, folder);
  return folder;
}

/** What the service and the checker need of a database, wherever on this machine it can be reached. */
export function databaseAt(port: number, database = DATABASE): TestDatabase {
  const urlOf = (role: string): string => urlAt(port, role === 'admin' ? ADMIN : `front_door_${role}`, database);
  return {
    apiUrl: urlOf('api'),
    engineUrl: urlOf('engine'),
    ownerUrl: urlOf('owner'),
    adminUrl: urlOf('admin'),
    query: async <Row extends object>(role: string, text: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: urlOf(role) });
      await client.connect();
      try {
        if (role !== 'admin') await client.query(`SET front_door.authority = 'larkshire'`);
        return (await client.query<Row>(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    // It goes with its cluster.
    drop: () => Promise.resolve(),
  };
}

/** As `cp -a`: what is in one folder, with owners and times, into another. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', `${from}/.`, to]);
}

/** As `migratedFolder`, by other programs than those of the embedded server, and made anew. */
export async function migratedBy(programs: Programs | null): Promise<string> {
  const folder = await initialised(programs);
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const server = new PostgresServer(folder, await freePort(), ['-c', 'fsync=off'], programs);
  await server.start();
  const local = (role: string) => ({ url: urlAt(server.port, role, DATABASE), ssl: false }) as const;
  await createRoles({ url: server.url, ssl: false }, DATABASE, { owner: PASSWORD, api: PASSWORD, engine: PASSWORD });
  await migrate(local('front_door_owner'), migrations);
  await prepareQueueSchema(local('front_door_owner'));
  await server.end('fast');
  return folder;
}
