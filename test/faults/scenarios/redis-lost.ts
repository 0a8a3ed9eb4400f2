import { pause } from '../pause.ts';
import { type Scenario, STEADY_LOAD } from '../scenario.ts';

const FLUSH_EVERY_MS = 200;
const DOWN_MS = 4_000;

/** First with a backlog, then under load. */
export const redisFlushed: Scenario = {
  fault: 'F5',
  name: 'redis-flushed',
  inEveryRun: true,
  what: 'FLUSHALL with a backlog and under load',
  backends: ['Redis'],
  faults: { short: 6, long: 200 },
  load: { senders: 4, pauseMs: 20, deciders: 1 },
  run: async ({ rig, faults, cause }) => {
    for (const worker of rig.workers) worker.signal('SIGSTOP');
    await pause(1_500);
    await cause(() => rig.world.redis?.flush());
    for (const worker of rig.workers) worker.signal('SIGCONT');
    for (let flushes = 1; flushes < faults; flushes += 1) {
      await pause(FLUSH_EVERY_MS);
      await cause(() => rig.world.redis?.flush());
    }
  },
};

/** While it is down everything else is killed as well; then it comes back and has forgotten everything. */
export const redisDown: Scenario = {
  fault: 'F6',
  name: 'redis-down',
  what: 'Redis killed, all processes killed meanwhile, Redis back and empty',
  backends: ['Redis'],
  faults: { short: 1, long: 10 },
  load: STEADY_LOAD,
  run: async ({ rig, faults, cause }) => {
    for (let deaths = 0; deaths < faults; deaths += 1) {
      await pause(500);
      await cause(() => rig.world.redis?.kill());
      await pause(1_000);
      for (const process of [rig.api, ...rig.workers]) process.signal('SIGKILL');
      await pause(DOWN_MS);
      await rig.world.redis?.restart('empty');
      await pause(1_000);
    }
  },
};
