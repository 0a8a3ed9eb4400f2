import { rmSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { copyFolder } from './migrated-cluster.ts';
import { ADMIN, giveToServer, ownFolder, PASSWORD, type PostgresServer } from './postgres-server.ts';

/** What of a running server's folder belongs to that life of it, and is no part of a copy. */
const OWN_TO_A_LIFE = ['postmaster.pid', 'postmaster.opts', 'standby.signal', 'recovery.signal', 'backup_label.old'];
/** As above: only what is in them. */
const EMPTIED = ['pg_wal', 'pg_replslot', 'pg_stat_tmp', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_subtrans'];

/**
 * A base backup while the server goes on: what pg_basebackup does, which the embedded server does not ship, by the functions
 * that PostgreSQL documents for it. Returns a folder that a server can recover from, with the log that was written meanwhile.
 */
export async function baseBackup(server: PostgresServer): Promise<string> {
  const folder = await ownFolder('backup');
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(`SELECT pg_backup_start('base', true)`);
    copyFolder(server.folder, folder);
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    await cleaned(folder);
    await writeFile(path.join(folder, 'backup_label'), rows[0]?.labelfile ?? '');
  } finally {
    await client.end();
  }
  giveToServer(folder);
  return folder;
}

/** Makes a base backup a standby that follows the server at that port under that name. */
export async function followPrimary(folder: string, port: number, name: string): Promise<void> {
  const connection = `host=127.0.0.1 port=${String(port)} user=${ADMIN} password=${PASSWORD} application_name=${name}`;
  await writeFile(path.join(folder, 'postgresql.auto.conf'), `primary_conninfo = '${connection}'\n`);
  await writeFile(path.join(folder, 'standby.signal'), '');
  giveToServer(folder);
}

/** Resolves when a commit at the server waits for the standby of that name, or streams to it. */
export async function untilFollowed(server: PostgresServer, name: string, state: 'sync' | 'async'): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    const text = `SELECT 1 FROM pg_stat_replication WHERE application_name = $1 AND sync_state = $2 AND state = 'streaming'`;
    for (let tries = 0; tries < 300; tries += 1) {
      const { rowCount } = await client.query(text, [name, state]);
      if (rowCount === 1) return;
      await sleep(100);
    }
    throw new Error(`Nobody follows as ${state} under the name ${name}.`);
  } finally {
    await client.end();
  }
}

/** Lets a standby take over. Resolves when it takes writes. */
export async function promote(server: PostgresServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query('SELECT pg_promote(true, 60)');
  } finally {
    await client.end();
  }
}

async function cleaned(folder: string): Promise<void> {
  for (const name of OWN_TO_A_LIFE) rmSync(path.join(folder, name), { force: true });
  for (const name of EMPTIED) {
    for (const file of await readdir(path.join(folder, name))) {
      rmSync(path.join(folder, name, file), { recursive: true, force: true });
    }
  }
  await mkdir(path.join(folder, 'pg_wal', 'archive_status'));
  await mkdir(path.join(folder, 'pg_wal', 'summaries'));
}
