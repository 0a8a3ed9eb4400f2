import { rmSync } from 'node:fs';
import { databaseAt } from '../../support/migrated-cluster.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';
import { restored } from '../../support/postgres-restore.ts';
import { baseBackup } from '../../support/postgres-standby.ts';
import { checkAudit } from '../check/check-audit.ts';
import type { Acknowledged } from '../load/retrying-client.ts';
import { acknowledgedSome } from '../load/acknowledged-some.ts';
import { pause } from '../pause.ts';
import { ARCHIVED_WITHIN_S, type PostgresWorld, postgresWorld } from '../postgres-world.ts';
import type { Scenario, Stage } from '../scenario.ts';

const LOADED_MS = 1_500;
/** Receipts to look for afterwards. */
const ENOUGH = 20;
/** Clocks of one machine; and what was acknowledged in the same moment may stand on either side of it. */
const BESIDE_MS = 50;

/**
 * The server’s disk is lost, or somebody has spoilt the records: a base backup and the archived log, both made under load,
 * are all there is. Neither the first server nor its folder is asked.
 */
export const restoredFromBackup: Scenario<PostgresWorld> = {
  fault: 'F13',
  name: 'restored',
  what: 'restored from base backup and archived log, to a moment and as far as it goes',
  backends: ['PostgreSQL'],
  faults: { short: 1, long: 6 },
  load: { senders: 3, pauseMs: 30, deciders: 1 },
  world: postgresWorld,
  sharesWorld: true,
  longOnly: true,
  run: async (stage) => {
    for (let losses = 0; losses < stage.faults; losses += 1) {
      await acknowledgedSome(stage.rig, ENOUGH);
      const backup = await baseBackup(stage.rig.world.server);
      try {
        await pause(LOADED_MS);
        await stage.cause(() => restoredTo(stage, backup));
        await asFarAsItGoes(stage, backup);
      } finally {
        rmSync(backup, { recursive: true, force: true });
      }
    }
  },
};

/** To the moment before a mistake: what was acknowledged until then is there, the audit log is whole, the mistake is not. */
async function restoredTo(
  { rig, wrong, remark, servedAgainAfter }: Stage<PostgresWorld>,
  backup: string,
): Promise<void> {
  const { database, archive } = rig.world;
  const moment = new Date();
  await pause(BESIDE_MS);
  await database.query('admin', `CREATE TABLE a_mistake ()`);
  await pause(LOADED_MS);
  await database.query('admin', 'SELECT pg_switch_wal()');
  await pause(1_000);
  const startedAt = performance.now();
  const copy = await restored(backup, archive, moment);
  const tookMs = performance.now() - startedAt;
  const acknowledged = rig.client.acknowledged.filter(({ at }) => at < moment.getTime() - BESIDE_MS);
  const lost = await missingIn(copy, acknowledged);
  const [row] = await databaseAt(copy.port).query<{ mistake: string | null }>(
    'admin',
    `SELECT to_regclass('a_mistake')::text AS mistake`,
  );
  const faults = await checkAudit({ ...rig.world, database: databaseAt(copy.port) }, rig.build);
  await copy.remove();
  await database.query('admin', 'DROP TABLE a_mistake');
  servedAgainAfter(tookMs);
  if (acknowledged.length === 0) wrong('nothing was acknowledged before the moment: nothing was tested');
  if (lost.length > 0)
    wrong(`${String(lost.length)} referrals acknowledged before the moment are not in the restored database`);
  if (row?.mistake !== null) wrong('the restored database has what came after the moment');
  if (faults.length > 0) wrong(`the restored audit log is not whole: ${JSON.stringify(faults.slice(0, 3))}`);
  remark(`${String(acknowledged.length)} receipts from before the moment all there in ${(tookMs / 1000).toFixed(1)} s`);
}

/** The disk is gone this instant: what the archive has not got is lost, and how much that is at most is a setting. */
async function asFarAsItGoes({ rig, remark, wrong }: Stage<PostgresWorld>, backup: string): Promise<void> {
  const lostAt = Date.now();
  const held = [...rig.client.acknowledged];
  const copy = await restored(backup, rig.world.archive, null);
  const lost = await missingIn(copy, held);
  await copy.remove();
  const age = Math.max(0, ...lost.map(({ at }) => lostAt - at)) / 1000;
  const promised = `${String(ARCHIVED_WITHIN_S)} s by archive_timeout`;
  remark(
    `of ${String(held.length)} receipts ${String(lost.length)} not in the archive yet, the oldest of ${age.toFixed(1)} s (${promised})`,
  );
  // A busy machine copies late: only what nothing explains is a fault.
  if (age > 30 + ARCHIVED_WITHIN_S) wrong(`the archive lacks referrals of ${age.toFixed(0)} s ago`);
}

async function missingIn(copy: PostgresServer, acknowledged: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const found = await databaseAt(copy.port).query<{ reference: string; body_sha256: string }>(
    'admin',
    'SELECT reference, body_sha256 FROM referral',
  );
  const bodies = new Map(found.map((row) => [row.reference, row.body_sha256]));
  return acknowledged.filter(({ reference, bodySha256 }) => bodies.get(reference) !== bodySha256);
}
