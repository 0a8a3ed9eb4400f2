import { describe, expect, it } from '@jest/globals';
import { EVERY_DEFENCE, PLANTED_BUGS, type PlantedBug, without } from './service/defences.ts';
import { simulate } from './history/simulate.ts';

const SEED = 1;
/** Of 20 seeds each, no planted bug needed more than 450 histories (docs/adr/0055). */
const FOUND_WITHIN = 1_000;

describe('the simulated service', () => {
  it('keeps every invariant, whatever its processes, queue and connections go through', async () => {
    const { report, totals } = await simulate(EVERY_DEFENCE, { seed: SEED, numRuns: 800 });

    expect(report).toBeNull();
    // Histories in which nothing happens would prove nothing.
    expect(totals.replays).toBeGreaterThan(100);
    expect(totals.decisions).toBeGreaterThan(20);
    expect(totals.handedOver).toBeGreaterThan(100);
  }, 300_000);

  it.each(Object.keys(PLANTED_BUGS) as PlantedBug[])(
    'is caught at a planted mistake: %s',
    async (bug) => {
      const { brokenAfter } = await simulate(without(PLANTED_BUGS[bug]), {
        ...{ seed: SEED, numRuns: FOUND_WITHIN, endOnFailure: true },
      });

      expect(brokenAfter).not.toBeNull();
    },
    300_000,
  );

  it('replays a broken history to the letter by its seed and path', async () => {
    const bug = without(PLANTED_BUGS['missing unique key']);
    const found = await simulate(bug, { seed: SEED, numRuns: FOUND_WITHIN, endOnFailure: true });

    const path = found.path ?? '';
    const again = await simulate(bug, { seed: SEED, path, numRuns: 1, endOnFailure: true });

    expect(again.brokenAfter).toBe(1);
    expect(reasonIn(again.report)).toBe(reasonIn(found.report));
  }, 300_000);
});

function reasonIn(report: string | null): string | undefined {
  return /I\d .*/.exec(report ?? '')?.[0];
}
