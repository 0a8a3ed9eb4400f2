import { pause } from '../pause.ts';
import type { Scenario } from '../scenario.ts';
import { untilServing } from '../supervised-process.ts';

const HOUR_MS = 3_600_000;
const STAYS_MS = 3_000;
/** The API's tokens are valid for an hour: it is put back, so that none has run out. */
const API_WRONG_BY_MS = -20 * 60_000;

/** Every time that a process asks for is off by so much; PostgreSQL's stays right. */
const MOVED_DATE = `const by = Number(process.env.CLOCK_WRONG_BY_MS ?? 0);
  const Right = Date;
  globalThis.Date = class Date extends Right {
    constructor(...given) { if (given.length === 0) super(Right.now() + by); else super(...given); }
    static now() { return Right.now() + by; }
  };`;
const PRELOAD = `--import=data:text/javascript,${encodeURIComponent(MOVED_DATE)}`;

export const clockSteps: Scenario = {
  fault: 'F16',
  name: 'clock-steps',
  what: 'workers an hour ahead and an hour behind, stepping; the API twenty minutes behind',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 2, long: 20 },
  movesClocks: true,
  run: async ({ rig, random, faults, untilFaults, wrong }) => {
    const wrongBy = (ms: number): Record<string, string> => ({ NODE_OPTIONS: PRELOAD, CLOCK_WRONG_BY_MS: String(ms) });
    const all = [rig.api, ...rig.workers];
    for (let steps = 0; steps < faults; steps += 1) {
      const [worker = rig.api] = [rig.workers[steps % rig.workers.length]];
      worker.rearm(wrongBy((steps % 2 === 0 ? 1 : -1) * (HOUR_MS + random.below(60_000))));
      worker.signal('SIGKILL');
      if (steps === 0) {
        rig.api.rearm(wrongBy(API_WRONG_BY_MS));
        rig.api.signal('SIGKILL');
      }
      await untilServing(...all);
      await pause(STAYS_MS);
    }
    for (const process of all) process.rearm({ NODE_OPTIONS: '' });
    for (const process of all) process.signal('SIGKILL');
    await untilFaults(faults + all.length, 1_000);
    await untilServing(...all);
    const negative = await rig.world.database.query<{ id: string }>('admin', NEGATIVE);
    for (const { id } of negative) wrong(`a clock that ends before it starts: ${id}`);
  },
};

const NEGATIVE = `SELECT id::text FROM case_clock WHERE due_at < started_at AND kind <> 'event' OR stopped_at < started_at`;
