import { withManySenders } from '../load/many-senders.ts';
import type { RetryingClient } from '../load/retrying-client.ts';
import { pause } from '../pause.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { untilServing } from '../supervised-process.ts';

const ACKNOWLEDGED_A_KILL = { short: 200, long: 4_000 } as const;
/** Kills while everything is worked off; the others are of the API. */
const LATE_KILLS = 5;
const LATE_KILLS_APART_MS = 10_000;
const FEW = 100;
const LOOK_MS = 100;

/** The night in which nothing is triaged and everything is acknowledged. */
export const nobodyProposes: Scenario = {
  fault: 'F3',
  name: 'nobody-proposes',
  what: 'both workers hang while all that the API can take comes in, and it is killed again and again; then they are killed',
  backends: ['PostgreSQL'],
  faults: { short: 7, long: 80 },
  longOnly: true,
  run: async (stage) => {
    const { workers } = stage.rig;
    for (const worker of workers) worker.signal('SIGSTOP');
    await withManySenders(stage, (client) => acknowledgedAndKilled(stage, client));
    for (const worker of workers) worker.signal('SIGKILL');
    await workedOff(stage);
  },
};

async function acknowledgedAndKilled({ rig, faults, isLong }: Stage, client: RetryingClient): Promise<void> {
  const each = isLong ? ACKNOWLEDGED_A_KILL.long : ACKNOWLEDGED_A_KILL.short;
  for (let kills = 1; kills <= faults - LATE_KILLS; kills += 1) {
    while (client.acknowledged.length < kills * each) await pause(LOOK_MS);
    rig.api.signal('SIGKILL');
  }
}

/** Until nearly nothing waits; workers are killed for as long as there are kills left. */
async function workedOff({ rig, random, remark }: Stage): Promise<void> {
  const startedAt = performance.now();
  const waiting = await rig.watch.countNow();
  let killedAt = startedAt;
  let left = LATE_KILLS - rig.workers.length;
  while (((await rig.watch.countNow()) ?? FEW) >= FEW) {
    await pause(LOOK_MS * 10);
    if (left === 0 || performance.now() - killedAt < LATE_KILLS_APART_MS) continue;
    random.oneOf(rig.workers).signal('SIGKILL');
    killedAt = performance.now();
    left -= 1;
  }
  remark(`${String(waiting)} waited; worked off in ${String(Math.round((performance.now() - startedAt) / 1_000))} s`);
  await untilServing(rig.api, ...rig.workers);
}
