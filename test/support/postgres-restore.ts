import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyFolder } from './migrated-cluster.ts';
import { giveToServer, ownFolder, PostgresServer } from './postgres-server.ts';
import { freePort } from './process-port.ts';

/** Settings that have a server hand out its log, file by file, each within `seconds` of its first entry. */
export function archiving(archive: string, seconds: number): readonly string[] {
  const command = `test ! -f ${archive}/%f && cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f`;
  return ['-c', 'archive_mode=on', '-c', `archive_command=${command}`, '-c', `archive_timeout=${String(seconds)}`];
}

/**
 * A server on a port of its own from a copy of a base backup and the archived log, and from nothing else: as it was at a
 * moment of the first server's clock, or as far as the archive goes. Resolves when it takes writes.
 */
export async function restored(backup: string, archive: string, until: Date | null): Promise<PostgresServer> {
  const folder = await ownFolder('restored');
  copyFolder(backup, folder);
  // When settings are read no abbreviation of a time zone is known yet, not even Z.
  const target = until === null ? '' : `recovery_target_time = '${until.toISOString().replace('Z', '+00')}'\n`;
  const settings = `restore_command = 'cp ${archive}/%f %p'\n${target}recovery_target_action = 'promote'\narchive_mode = off\n`;
  await writeFile(path.join(folder, 'postgresql.auto.conf'), settings);
  await writeFile(path.join(folder, 'recovery.signal'), '');
  giveToServer(folder);
  const server = new PostgresServer(folder, await freePort(), ['-c', 'max_connections=150', '-c', 'hot_standby=off']);
  await server.start(60_000);
  return server;
}
