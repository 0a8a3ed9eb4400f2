import { withManySenders } from '../load/many-senders.ts';
import { pause } from '../pause.ts';
import type { Scenario } from '../scenario.ts';
import { untilServing } from '../supervised-process.ts';

const ACKNOWLEDGED_A_KILL = { short: 100, long: 1_000 } as const;
/** More than that, and senders wait: as much comes in as is worked off. */
const MOST_WAITING = 2_000;
const LOOK_MS = 50;

/** In one visit a thousand kills and a million receipts: hours on a small machine. */
export const aMillion: Scenario = {
  fault: 'F2',
  name: 'a-million',
  what: 'SIGKILL of the API or of a worker at each thousandth receipt, while as much comes in as is worked off',
  backends: ['PostgreSQL'],
  faults: { short: 6, long: 10_000 },
  longOnly: true,
  onlyByName: true,
  run: async (stage) => {
    const { rig, random, faults, isLong } = stage;
    const each = isLong ? ACKNOWLEDGED_A_KILL.long : ACKNOWLEDGED_A_KILL.short;
    await withManySenders(stage, async (client) => {
      client.mayNotSend = () => rig.watch.waiting > MOST_WAITING;
      for (let kills = 1; kills <= faults; kills += 1) {
        while (client.acknowledged.length < kills * each) await pause(LOOK_MS);
        const one = random.oneOf([rig.api, ...rig.workers]);
        await untilServing(one);
        one.signal('SIGKILL');
      }
    });
    await untilServing(rig.api, ...rig.workers);
  },
};
