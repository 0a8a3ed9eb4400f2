import { rmSync } from 'node:fs';
import path from 'node:path';
import { DATABASE, databaseAt, migratedBy } from '../../support/migrated-cluster.ts';
import { ownFolder, PostgresServer } from '../../support/postgres-server.ts';
import { freePort } from '../../support/process-port.ts';
import { type PostgresTools, runTool, toolsOfMachine } from '../../support/postgres-tools.ts';
import { checkAudit } from '../check/check-audit.ts';
import { acknowledgedSome } from '../load/acknowledged-some.ts';
import { type PostgresWorld, worldOn } from '../postgres-world.ts';
import type { Backend, Scenario, Stage } from '../scenario.ts';

/** Receipts to look for afterwards. */
const ENOUGH = 20;
const COPY = 'front_door_restored';

/** A dump under load, read back into another database, holds everything that was acknowledged before it began. */
export const dumped: Scenario<PostgresWorld> = {
  fault: 'F13',
  name: 'dumped',
  what: 'pg_dump under load, pg_restore into an empty database',
  backends: ['PostgreSQL'],
  faults: { short: 1, long: 3 },
  longOnly: true,
  world: machinesWorld,
  missing: () => (toolsOfMachine() === null ? 'no pg_dump with its server in /usr/lib/postgresql' : null),
  run: async (stage) => {
    for (let dumps = 0; dumps < stage.faults; dumps += 1) {
      await acknowledgedSome(stage.rig, ENOUGH);
      await stage.cause(() => dumpAndRestore(stage));
    }
  },
};

async function dumpAndRestore({ rig, wrong, remark, servedAgainAfter }: Stage<PostgresWorld>): Promise<void> {
  const { server, database } = rig.world;
  const tools = toolsNeeded();
  const folder = await ownFolder('dump');
  const file = path.join(folder, 'front_door.dump');
  const acknowledged = [...rig.client.acknowledged];
  const at = ['--host=127.0.0.1', `--port=${String(server.port)}`, '--username=postgres'];
  const startedAt = performance.now();
  runTool(tools, 'pg_dump', [...at, '--format=custom', `--file=${file}`, DATABASE]);
  const dumpedMs = performance.now() - startedAt;
  await database.query('admin', `CREATE DATABASE ${COPY} OWNER front_door_owner`);
  runTool(tools, 'pg_restore', [...at, '--exit-on-error', `--dbname=${COPY}`, file]);
  const restoredMs = performance.now() - startedAt - dumpedMs;
  const copy = databaseAt(server.port, COPY);
  const rows = await copy.query<{ reference: string }>('admin', 'SELECT reference FROM referral');
  const found = new Set(rows.map(({ reference }) => reference));
  const faults = await checkAudit({ ...rig.world, database: copy }, rig.build);
  await database.query('admin', `DROP DATABASE ${COPY} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
  servedAgainAfter(restoredMs);
  const lost = acknowledged.filter(({ reference }) => !found.has(reference));
  if (acknowledged.length === 0) wrong('nothing was acknowledged before the dump: nothing was tested');
  if (lost.length > 0) wrong(`${String(lost.length)} referrals acknowledged before the dump are not in it`);
  if (faults.length > 0) wrong(`the restored audit log is not whole: ${JSON.stringify(faults.slice(0, 3))}`);
  const times = `dumped in ${(dumpedMs / 1000).toFixed(1)} s, restored in ${(restoredMs / 1000).toFixed(1)} s`;
  remark(`${String(acknowledged.length)} receipts from before the dump all there; ${times}; by ${tools.folder}`);
}

async function machinesWorld(backend: Backend): Promise<PostgresWorld> {
  const tools = toolsNeeded();
  const flags = ['-c', 'max_connections=150'];
  const server = new PostgresServer(await migratedBy(tools), await freePort(), flags, tools);
  await server.start();
  return worldOn(server, await ownFolder('archive'), backend);
}

function toolsNeeded(): PostgresTools {
  const tools = toolsOfMachine();
  if (tools === null) throw new Error('There is no PostgreSQL of the machine’s own.');
  return tools;
}
