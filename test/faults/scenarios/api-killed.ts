import { pause } from '../pause.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { untilServing } from '../supervised-process.ts';

const KILLED_WITHIN_MS = 60_000;

/** Ends the API at one of its own steps, again and again, as SIGKILL would. */
function apiKilledAt(point: 'transaction.before_commit' | 'transaction.after_commit') {
  return async ({ rig, faults, untilFaults }: Stage): Promise<void> => {
    rig.api.rearm({ CRASH_POINTS: point, CRASH_CHANCE: '0.08' });
    rig.api.signal('SIGKILL');
    await untilFaults(faults, faults * KILLED_WITHIN_MS);
    rig.api.rearm({ CRASH_POINTS: '' });
    rig.api.signal('SIGKILL');
    // At least one referral comes in after the last end.
    await untilServing(rig.api);
    await pause(300);
  };
}

/** Whatever it was at: some had their receipt a moment before, others a moment later would have. */
export const apiKilled: Scenario = {
  fault: 'F2',
  name: 'api-killed',
  what: 'SIGKILL of the API at any moment',
  backends: ['PostgreSQL'],
  faults: { short: 3, long: 200 },
  load: { senders: 8, pauseMs: 5, deciders: 1 },
  run: async ({ rig, random, faults }) => {
    for (let kills = 0; kills < faults; kills += 1) {
      await untilServing(rig.api);
      // A process that has only just begun answers few.
      await pause(1_000 + random.below(2_000));
      rig.api.signal('SIGKILL');
    }
    await untilServing(rig.api);
    await pause(300);
  },
};

/** What was stored is answered to nobody, and nobody is woken. */
export const apiKilledAfterCommit: Scenario = {
  fault: 'F1',
  name: 'api-killed-after-commit',
  inEveryRun: true,
  what: 'SIGKILL of the API between commit and answer, at its own step',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 2, long: 100 },
  load: { senders: 4, pauseMs: 30, deciders: 1 },
  run: apiKilledAt('transaction.after_commit'),
};

export const apiKilledBeforeCommit: Scenario = {
  fault: 'F2',
  name: 'api-killed-before-commit',
  what: 'SIGKILL of the API before its commit, at its own step',
  backends: ['Redis', 'PostgreSQL'],
  faults: { short: 2, long: 100 },
  load: { senders: 4, pauseMs: 30, deciders: 1 },
  run: apiKilledAt('transaction.before_commit'),
};
