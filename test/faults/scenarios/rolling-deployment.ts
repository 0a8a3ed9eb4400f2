import { buildPreviousRelease, previousReleaseMissing } from '../../support/previous-release.ts';
import { pause } from '../pause.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { untilServing } from '../supervised-process.ts';
import { usualWorld, type World } from '../world.ts';

const STAYS_MS = 400;

interface ReleasesWorld extends World {
  /** Folder of the previous release, built. */
  readonly previous: string;
}

/** From the previous release to this one and back, a process at a time, all on the schema of this one. */
export const rollingDeployment: Scenario<ReleasesWorld> = {
  fault: 'F21',
  name: 'rolling-deployment',
  what: 'the previous release and this one side by side on this schema, deployed and rolled back a process at a time',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 6, long: 60 },
  load: { senders: 2, pauseMs: 50, deciders: 1 },
  missing: previousReleaseMissing,
  world: async (backend) => ({ ...(await usualWorld(backend)), previous: buildPreviousRelease() }),
  run: async (stage) => {
    const { rig, faults } = stage;
    // As it stands before a deployment: the schema is ahead already.
    for (const which of [0, 1, 2]) await deploy(stage, which, rig.world.previous);
    const before = rig.client.acknowledged.length;
    for (let done = 3; done < faults - 3; done += 1) {
      const build = Math.floor(done / 3) % 2 === 1 ? rig.build : rig.world.previous;
      await deploy(stage, done % 3, build);
    }
    for (const which of [2, 1, 0]) await deploy(stage, which, rig.build);
    stage.remark(`${String(rig.client.acknowledged.length - before)} acknowledged with both at work`);
  },
};

async function deploy({ rig }: Stage<ReleasesWorld>, which: number, build: string): Promise<void> {
  const all = [rig.api, ...rig.workers];
  const process = all[which];
  process?.deploy(`${build}/apps/${which === 0 ? 'api' : 'worker'}/main.js`);
  process?.signal('SIGTERM');
  // Until it is gone it still says that it serves.
  while (process?.serves === true) await pause(20);
  await untilServing(...all);
  await pause(STAYS_MS);
}
