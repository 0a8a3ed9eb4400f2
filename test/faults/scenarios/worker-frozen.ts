import { pause } from '../pause.ts';
import type { Scenario } from '../scenario.ts';

/** Longer than a claim lasts. */
const SHORT_FREEZE_MS = 6_000;
const LONG_FREEZE_MS = 70_000;
const LONG_SHARE = 0.1;

/** What it had in hand is taken over; what it writes when it wakes up is refused. */
export const workerFrozen: Scenario = {
  fault: 'F4',
  name: 'worker-frozen',
  what: 'SIGSTOP of a worker for longer than its claims last, then SIGCONT',
  backends: ['Redis', 'PostgreSQL'],
  faults: { short: 1, long: 20 },
  load: { senders: 3, pauseMs: 50, deciders: 1 },
  run: async ({ rig, random, faults, isLong, cause, remark }) => {
    for (let frozen = 0; frozen < faults; frozen += 1) {
      const worker = random.oneOf(rig.workers);
      await pause(500 + random.below(1_000));
      const forMs = isLong && random.chance(LONG_SHARE) ? LONG_FREEZE_MS : SHORT_FREEZE_MS;
      await cause(() => {
        worker.signal('SIGSTOP');
      });
      await pause(forMs);
      worker.signal('SIGCONT');
      await pause(1_500);
    }
    if (isLong) remark(`some of them for ${String(LONG_FREEZE_MS / 1000)} s`);
  },
};
