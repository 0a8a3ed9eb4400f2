import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PASSWORD, type Programs } from './postgres-server.ts';

/** A PostgreSQL of the machine's own with what operators use; the embedded one ships the server alone. */
export interface PostgresTools extends Programs {
  readonly folder: string;
}

const PLACES = '/usr/lib/postgresql';
const NEEDED = ['postgres', 'initdb', 'pg_dump', 'pg_restore'];

/** The newest that Debian's packages, and those made like them, have put on this machine; `null` without one. */
export function toolsOfMachine(): PostgresTools | null {
  const versions = existsSync(PLACES) ? readdirSync(PLACES).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => path.join(PLACES, version, 'bin'));
  const folder = folders.find((one) => NEEDED.every((program) => existsSync(path.join(one, program))));
  if (folder === undefined) return null;
  return { folder, postgres: path.join(folder, 'postgres'), initdb: path.join(folder, 'initdb') };
}

/** Runs one of the tools as an operator does, and fails with what it says. */
export function runTool({ folder }: PostgresTools, tool: 'pg_dump' | 'pg_restore', args: readonly string[]): void {
  execFileSync(path.join(folder, tool), args, {
    env: { PGPASSWORD: PASSWORD },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
