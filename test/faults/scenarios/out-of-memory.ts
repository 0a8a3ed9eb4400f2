import { pause } from '../pause.ts';
import type { Scenario } from '../scenario.ts';

const DIES_WITHIN_MS = 60_000;

/** So little that it dies while it starts, again and again; the other worker carries on alone. */
const TOO_LITTLE = '--max-old-space-size=40';

export const outOfMemory: Scenario = {
  fault: 'F20',
  name: 'out-of-memory',
  what: 'a worker that runs out of memory at every start, beside one that does not',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 2, long: 20 },
  run: async ({ rig, faults, untilFaults }) => {
    const [worker] = rig.workers;
    worker?.rearm({ NODE_OPTIONS: TOO_LITTLE });
    worker?.signal('SIGKILL');
    await untilFaults(1 + faults, (1 + faults) * DIES_WITHIN_MS);
    worker?.rearm({ NODE_OPTIONS: '' });
    worker?.signal('SIGKILL');
    while (worker?.serves !== true) await pause(50);
  },
};
