import { pause } from '../pause.ts';
import { type PostgresWorld, postgresWorld } from '../postgres-world.ts';
import type { Scenario } from '../scenario.ts';

/** Longer than a claim lasts; and, in a long run, than a worker waits for an answer. */
const SHORT_MS = 5_000;
const LONG_MS = 25_000;

/** Workers hear Redis and not PostgreSQL: a job that is done there is no proposal here. */
export const workersCutOff: Scenario<PostgresWorld> = {
  fault: 'F19',
  name: 'workers-cut-off',
  what: 'nothing passes between workers and PostgreSQL, Redis is fine',
  backends: ['Redis'],
  faults: { short: 1, long: 30 },
  load: { senders: 2, pauseMs: 100, deciders: 1 },
  world: postgresWorld,
  run: async ({ rig, random, faults, isLong, cause, wrong, remark }) => {
    const { engine } = rig.world;
    for (let cuts = 0; cuts < faults; cuts += 1) {
      await pause(500 + random.below(1_000));
      const forMs = isLong && random.chance(0.3) ? LONG_MS : SHORT_MS;
      await cause(() => {
        engine.silence();
      });
      // What was on its way when the connection went dead.
      await pause(1_000);
      const before = await proposals(rig.world);
      await pause(forMs - 1_000);
      const made = (await proposals(rig.world)) - before;
      engine.speak();
      if (made > 0) wrong(`${String(made)} proposals while no worker reached PostgreSQL`);
    }
    remark('no proposal while it lasted');
  },
};

async function proposals({ database }: PostgresWorld): Promise<number> {
  const [row] = await database.query<{ runs: number }>('admin', 'SELECT count(*)::int AS runs FROM triage_run');
  return row?.runs ?? 0;
}
