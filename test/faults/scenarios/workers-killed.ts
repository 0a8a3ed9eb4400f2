import { CRASH_POINT_NAMES } from '#platform';
import { pause } from '../pause.ts';
import type { Scenario } from '../scenario.ts';
import { type SupervisedProcess, untilServing } from '../supervised-process.ts';

const KILLED_WITHIN_MS = 30_000;
/** Started again by then, with the settings of that moment. */
const STARTED_MS = 200;
const CRASHED_WITHIN_MS = 8_000;
const MOST_APART_MS = 1_000;
const AT_THEIR_STEPS = { CRASH_POINTS: CRASH_POINT_NAMES.join(',') };
const NOWHERE = { CRASH_POINTS: '' };

/** A worker ends and another is there: how long until it has taken over. */
export const workersKilled: Scenario = {
  fault: 'F3',
  name: 'workers-killed',
  inEveryRun: true,
  what: 'SIGKILL of one worker at random, and once more at one of its steps, while another serves',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 6, long: 400 },
  load: { senders: 2, pauseMs: 150, deciders: 1 },
  run: async ({ rig, random, faults }) => {
    for (let ends = 0; ends < faults; ends += 2) {
      await pause(random.below(MOST_APART_MS));
      await killedTwice(random.oneOf(rig.workers));
      await untilServing(...rig.workers);
    }
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
  run: async ({ rig, random, faults, untilFaults }) => {
    for (const worker of rig.workers) arm(worker, '0.06');
    const outside = setInterval(() => {
      const worker = random.oneOf(rig.workers);
      if (worker.serves) worker.signal('SIGKILL');
    }, 1_500);
    await untilFaults(faults, faults * KILLED_WITHIN_MS).finally(() => {
      clearInterval(outside);
      for (const worker of rig.workers) worker.rearm(NOWHERE);
      for (const worker of rig.workers) worker.signal('SIGKILL');
    });
    await untilServing(...rig.workers);
  },
};

/** From outside; then its next life ends at the first step that is drawn, and the one after that is left alone. */
async function killedTwice(worker: SupervisedProcess): Promise<void> {
  const wanted = worker.kills + 2;
  arm(worker, '0.03');
  await pause(STARTED_MS);
  worker.rearm(NOWHERE);
  for (let waited = 0; worker.kills < wanted && waited < CRASHED_WITHIN_MS; waited += STARTED_MS)
    await pause(STARTED_MS);
  if (worker.kills < wanted) worker.signal('SIGKILL');
}

function arm(worker: SupervisedProcess, chance: string): void {
  worker.rearm({ ...AT_THEIR_STEPS, CRASH_CHANCE: chance });
  worker.signal('SIGKILL');
}
