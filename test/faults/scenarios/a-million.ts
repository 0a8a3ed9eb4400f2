import { withManySenders } from '../load/many-senders.ts';
import { pause } from '../pause.ts';
import type { Scenario } from '../scenario.ts';
import { untilServing } from '../supervised-process.ts';

const ACKNOWLEDGED_A_KILL = 4_000;
/** More than that, and senders wait: as much comes in as is worked off. */
const MOST_WAITING = 2_000;
const LOOK_MS = 50;

/** A million receipts in its ten visits, each to a database of its own: hours on a small machine. */
export const aMillion: Scenario = {
  fault: 'F2',
  name: 'a-million',
  what: 'SIGKILL of the API or of a worker at each 4,000th receipt, while as much comes in as is worked off',
  backends: ['PostgreSQL'],
  sharesWorld: false,
  faults: { short: 1, long: 250 },
  longOnly: true,
  onlyByName: true,
  run: async (stage) => {
    const { rig, random, faults } = stage;
    await withManySenders(stage, async (client) => {
      client.mayNotSend = () => rig.watch.waiting > MOST_WAITING;
      for (let kills = 1; kills <= faults; kills += 1) {
        while (client.acknowledged.length < kills * ACKNOWLEDGED_A_KILL) await pause(LOOK_MS);
        const one = random.oneOf([rig.api, ...rig.workers]);
        await untilServing(one);
        one.signal('SIGKILL');
      }
    });
    await untilServing(rig.api, ...rig.workers);
  },
};
