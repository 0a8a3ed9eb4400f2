import { pause } from '../pause.ts';
import type { Scenario } from '../scenario.ts';
import { untilServing } from '../supervised-process.ts';

const FURTHER_MS = 300;

/** As a deployment does it: another API first, then callers go there, then the old one is asked to stop; and a worker. */
export const rollingRestart: Scenario = {
  fault: 'F24',
  name: 'rolling-restart',
  what: 'SIGTERM of an API under load with another one beside it, and of a worker',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 2, long: 40 },
  load: { senders: 4, pauseMs: 60, deciders: 1 },
  run: async ({ rig, random, faults, cause, wrong, remark }) => {
    const before = rig.client.retries;
    let longest = 0;
    const restarts = Math.ceil(faults / 2);
    let old = await rig.furtherApi();
    rig.client.useAddress(old.url);
    for (let done = 1; done <= restarts; done += 1) {
      await pause(FURTHER_MS);
      const next = done === restarts ? null : await rig.furtherApi();
      rig.client.useAddress(next?.url ?? rig.url);
      const since = performance.now();
      await cause(async () => {
        // Nest passes the signal on to itself once everything is closed.
        const end = await old.process.retire();
        if (end !== 0 && end !== 'SIGTERM') wrong(`an API that was asked to stop ended with ${String(end)}`);
      });
      longest = Math.max(longest, performance.now() - since);
      random.oneOf(rig.workers).signal('SIGTERM');
      old = next ?? old;
    }
    await untilServing(...rig.workers);
    const repeats = rig.client.retries - before;
    remark(`an API was gone at most ${(longest / 1000).toFixed(1)} s after SIGTERM`);
    if (repeats > 0) wrong(`${String(repeats)} requests had to be repeated`);
  },
};
