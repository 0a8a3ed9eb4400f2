import { CRASH_POINT_NAMES } from '#platform';
import type { Scenario, Stage } from '../scenario.ts';
import { type SupervisedProcess, untilServing } from '../supervised-process.ts';

const KILLED_WITHIN_MS = 30_000;
const AT_THEIR_STEPS = { CRASH_POINTS: CRASH_POINT_NAMES.join(',') };

/** A worker ends and another is there: how long until it has taken over. */
export const workersKilled: Scenario = {
  fault: 'F3',
  name: 'workers-killed',
  inEveryRun: true,
  what: 'SIGKILL of one worker at each of its steps, and of another at random while both serve',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 6, long: 400 },
  load: { senders: 2, pauseMs: 150, deciders: 1 },
  run: async (stage) => {
    const { rig } = stage;
    const others = rig.workers.slice(1);
    await killed(stage, { armed: rig.workers.slice(0, 1), chance: '0.03' }, () => {
      if (rig.workers.every(({ serves }) => serves)) stage.random.oneOf(others).signal('SIGKILL');
    });
  },
};

/** Faster than they start: nobody is there for most of the time, and nothing may be lost all the same. */
export const allWorkersKilled: Scenario = {
  fault: 'F3',
  name: 'all-workers-killed',
  what: 'SIGKILL of all workers at each of their steps and at random, before they have all started again',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 6, long: 100 },
  longOnly: true,
  load: { senders: 2, pauseMs: 150, deciders: 1 },
  run: async (stage) => {
    const { rig } = stage;
    await killed(stage, { armed: rig.workers, chance: '0.06' }, () => {
      const worker = stage.random.oneOf(rig.workers);
      if (worker.serves) worker.signal('SIGKILL');
    });
  },
};

async function killed(
  { rig, faults, untilFaults }: Stage,
  { armed, chance }: { readonly armed: readonly SupervisedProcess[]; readonly chance: string },
  fromOutside: () => void,
): Promise<void> {
  for (const worker of armed) worker.rearm({ ...AT_THEIR_STEPS, CRASH_CHANCE: chance });
  for (const worker of armed) worker.signal('SIGKILL');
  const outside = setInterval(fromOutside, 1_500);
  await untilFaults(faults, faults * KILLED_WITHIN_MS).finally(() => {
    clearInterval(outside);
    for (const worker of armed) worker.rearm({ CRASH_POINTS: '' });
    for (const worker of armed) worker.signal('SIGKILL');
  });
  await untilServing(...rig.workers);
}
