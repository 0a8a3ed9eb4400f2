import { afterAll, expect, it } from '@jest/globals';
import { lineOf } from './report.ts';
import { Rigs } from './rigs.ts';
import { runScenario } from './run-scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';
import type { Backend } from './scenario.ts';

/** Under `FAULTS=all`, as in CI, every scenario; else those that are met most often. */
const isWhole = process.env['FAULTS'] === 'all';
const BUILD = 'dist';
const MOST_MS = 400_000;

/** A test for each scenario on one backend, short, on as few rigs as they allow. Figures go to standard error. */
export function specifyScenarios(backend: Backend): void {
  const rigs = new Rigs(BUILD);

  afterAll(async () => {
    await rigs.close();
  }, 60_000);

  for (const [seed, scenario] of SCENARIOS.entries()) {
    if (scenario.backends[0] !== backend || scenario.longOnly === true) continue;
    if (!isWhole && scenario.inEveryRun !== true) continue;
    const missing = scenario.missing?.() ?? null;
    const test = missing === null ? it : it.skip;
    const title = `${scenario.fault}: ${scenario.what}${missing === null ? '' : ` (${missing})`}`;
    test(
      title,
      async () => {
        const run = { backend, seed, faults: scenario.faults.short, isLong: false };
        const row = await rigs.use(scenario, backend, (rig) => runScenario(scenario, rig, run));
        process.stderr.write(`${lineOf(row)}\n`);
        expect(row).toMatchObject({ lost: 0, doubled: 0, silent: 0, details: [] });
        expect(row.faults).toBeGreaterThanOrEqual(scenario.faults.short);
        expect(row.acknowledged).toBeGreaterThan(0);
      },
      MOST_MS,
    );
  }
}
