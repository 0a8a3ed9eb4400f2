import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../../support/process-port.ts';
import { copyFolder, migratedFolder } from '../../support/migrated-cluster.ts';
import { giveToServer, ownFolder, PostgresServer, serverUser } from '../../support/postgres-server.ts';
import { Prober } from '../load/prober.ts';
import { pause } from '../pause.ts';
import { type PostgresWorld, worldOn } from '../postgres-world.ts';
import type { Backend, Scenario, Stage } from '../scenario.ts';

const DISK_MB = 192;
const SERVED_WITHIN_MS = 60_000;
const FULL_MS = { short: 1_000, long: 15_000 } as const;
const TOLD_WITHIN_MS = 90_000;
/** Room that is left: none; or as much as lets tables fail before the log does. */
const LEFT_KB = [0, 3_000] as const;

interface FullDiskWorld extends PostgresWorld {
  /** A file on the disk's file system that takes what room is left. */
  readonly ballast: string;
}

/** The file system of PostgreSQL is full, tables or log first: nothing is acknowledged that is not stored, and it heals itself. */
export const diskFull: Scenario<FullDiskWorld> = {
  fault: 'F11',
  name: 'disk-full',
  what: 'no room on the file system of PostgreSQL, for tables and then for its log',
  backends: ['PostgreSQL'],
  faults: { short: 1, long: 12 },
  load: { senders: 4, pauseMs: 10, deciders: 1 },
  world: fullDiskWorld,
  missing: whyNoDisk,
  run: async (stage) => {
    const { rig, faults, isLong, wrong, remark } = stage;
    const supervisor = keptRunning(rig.world.server);
    const prober = new Prober(rig.url, await rig.agencyToken('larkshire-police'));
    prober.start();
    try {
      for (let fills = 0; fills < faults; fills += 1) {
        await pause(1_000);
        await stage.cause(() => keptFull(rig.world, LEFT_KB[fills % LEFT_KB.length] ?? 0, prober));
        await pause(isLong ? FULL_MS.long : FULL_MS.short);
        await emptied(stage);
      }
    } finally {
      await Promise.all([prober.stop(), supervisor.stop()]);
    }
    for (const what of prober.wrongs()) wrong(what);
    if (prober.count(503) === 0) wrong('no request was told that there is no room: nothing was tested');
    remark(
      `${String(prober.count(503))} answers of 503; PostgreSQL was started anew ${String(supervisor.starts())} times`,
    );
  },
};

async function emptied({ rig, servedAgainAfter, remark }: Stage<FullDiskWorld>): Promise<void> {
  rmSync(rig.world.ballast);
  const after = new Prober(rig.url, await rig.agencyToken('larkshire-police'));
  const ms = await after.untilServed(SERVED_WITHIN_MS);
  servedAgainAfter(ms);
  remark(`a referral was taken ${(ms / 1000).toFixed(2)} s after there was room`);
}

/** As the supervisor of any system does: what ends is started again. */
function keptRunning(server: PostgresServer) {
  let wanted = true;
  let starts = 0;
  const keep = async (): Promise<void> => {
    while (wanted) {
      if (!server.isRunning) {
        starts += 1;
        await server.start(100).catch(() => undefined);
      }
      await pause(100);
    }
  };
  const keeping = keep();
  return {
    starts: () => starts,
    stop: async (): Promise<void> => {
      wanted = false;
      await keeping;
    },
  };
}

/** Until somebody was told: PostgreSQL has some room of its own, in pages and in files of its log that it uses again. */
async function keptFull({ ballast }: FullDiskWorld, leftKb: number, prober: Prober): Promise<void> {
  const before = prober.count(503);
  const until = performance.now() + TOLD_WITHIN_MS;
  let bytes = 0;
  while (prober.count(503) === before && performance.now() < until) {
    const { bavail, bsize } = statfsSync(path.dirname(ballast));
    const more = bavail * bsize - leftKb * 1024;
    if (more > 0) bytes += taken(ballast, bytes, more);
    await pause(200);
  }
}

/** How much of it could be taken: PostgreSQL may have been faster. */
function taken(ballast: string, bytes: number, more: number): number {
  try {
    asRoot('fallocate', '-l', String(bytes + more), ballast);
    return more;
  } catch {
    return 0;
  }
}

async function fullDiskWorld(backend: Backend): Promise<FullDiskWorld> {
  const disk = await ownFolder('disk');
  const own = serverUser();
  const owner = own.uid === undefined ? '' : `,uid=${String(own.uid)},gid=${String(own.gid)}`;
  asRoot('mount', '-t', 'tmpfs', '-o', `size=${String(DISK_MB)}m,mode=0700${owner}`, 'front-door-disk', disk);
  const folder = path.join(disk, 'data');
  await mkdir(folder, { mode: 0o700 });
  const migrated = await migratedFolder();
  copyFolder(migrated, folder);
  rmSync(migrated, { recursive: true });
  giveToServer(folder);
  const flags = ['-c', 'max_connections=150', '-c', 'shared_buffers=32MB', '-c', 'max_wal_size=16MB'];
  const server = new PostgresServer(folder, await freePort(), flags);
  await server.start();
  const world = await worldOn(server, await ownFolder('archive'), backend);
  return {
    ...world,
    ballast: path.join(disk, 'ballast'),
    close: async () => {
      await world.close();
      asRoot('umount', '--lazy', disk);
      rmSync(disk, { recursive: true, force: true });
    },
  };
}

function whyNoDisk(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/proc/mounts')) return 'needs the right to mount a small file system';
  try {
    // In a name space of its own, with which the mount goes.
    asRoot('unshare', '--mount', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'probe', '/mnt');
    return null;
  } catch {
    return 'this machine lets nobody mount a file system';
  }
}

function asRoot(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' });
}
