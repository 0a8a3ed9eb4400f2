import { pause } from '../pause.ts';
import { type Scenario, type Stage, STEADY_LOAD } from '../scenario.ts';

const SHORT_MS = 3_000;
const LONG_MS = 300_000;
/** How long a busy machine may take for what it usually does within a second. */
const PATIENCE_MS = 30_000;

/** What was in its memory when it stopped is there again, in part or not at all. */
export const redisRestarted: Scenario = {
  fault: 'F6',
  name: 'redis-restarted',
  what: 'Redis killed and restarted with its append-only file, with half of it, and empty',
  backends: ['Redis'],
  faults: { short: 3, long: 60 },
  load: STEADY_LOAD,
  run: async ({ rig, random, faults, cause }) => {
    for (let deaths = 0; deaths < faults; deaths += 1) {
      await pause(200 + random.below(500));
      const memory = (['cut back', 'kept', 'empty'] as const)[deaths % 3] ?? 'kept';
      await cause(() => rig.world.redis?.kill());
      await pause(random.below(500));
      await rig.world.redis?.restart(memory);
    }
    await pause(500);
  },
};

/** Nobody listens, or somebody who takes connections and never answers. */
export const redisAway: Scenario = {
  fault: 'F7',
  name: 'redis-away',
  what: 'Redis away: stopped, then frozen (takes connections, never answers)',
  backends: ['Redis'],
  faults: { short: 2, long: 4 },
  load: STEADY_LOAD,
  run: async (stage) => {
    const { rig, faults, isLong, remark } = stage;
    for (let outages = 0; outages < faults; outages += 1) {
      const isFrozen = outages % 2 === 1;
      const forMs = isLong && outages < 2 ? LONG_MS : SHORT_MS;
      await withoutQueue(stage, forMs, () => (isFrozen ? rig.world.redis?.freeze() : rig.world.redis?.kill()));
      if (isFrozen) rig.world.redis?.thaw();
      else await rig.world.redis?.restart('kept');
    }
    if (isLong) remark(`each of the two once for ${String(LONG_MS / 60_000)} minutes`);
  },
};

/** Reads go on, writes are refused: nothing can be added and no job can be finished. */
export const redisFull: Scenario = {
  fault: 'F8',
  name: 'redis-full',
  what: 'Redis full: every write refused (maxmemory, noeviction)',
  backends: ['Redis'],
  faults: { short: 1, long: 20 },
  load: STEADY_LOAD,
  run: async (stage) => {
    for (let times = 0; times < stage.faults; times += 1) {
      await withoutQueue(stage, SHORT_MS, () => stage.rig.world.redis?.fill(true));
      await stage.rig.world.redis?.fill(false);
    }
  },
};

/** Takes the queue away and waits; what comes in while it is away has to be proposed before it is back. */
export async function withoutQueue({ rig, cause, wrong }: Stage, forMs: number, take: () => unknown): Promise<void> {
  await pause(300);
  await cause(take);
  await pause(forMs);
  const storedBefore = new Date();
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await rig.world.database.query<{ waiting: number }>('admin', WAITING, [storedBefore]);
    if (row?.waiting === 0) return;
    if (performance.now() > until) break;
    await pause(100);
  }
  wrong('Without its queue the service proposed nothing.');
}

const WAITING = `SELECT count(*)::int AS waiting FROM outbox_message
  WHERE done_at IS NULL AND failed_at IS NULL AND topic = 'triage.requested' AND input_version = 1 AND created_at < $1`;
