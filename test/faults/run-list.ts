import { Rigs } from './rigs.ts';
import { emptyRow, lineOf, type Row } from './report.ts';
import { runScenario } from './run-scenario.ts';
import type { Backend, Scenario } from './scenario.ts';

interface Wanted {
  readonly scenarios: readonly Scenario[];
  readonly backends: readonly Backend[];
  readonly seed: number;
  readonly isLong: boolean;
  /** Milliseconds since 1970 after which no further scenario begins. */
  readonly until: number;
  readonly build: string;
  /** Told of each row as it is there. */
  readonly onRow: (row: Row) => Promise<void>;
}

/** A long run comes by every scenario so often: none has to wait until another has had all of its faults. */
const VISITS = 10;

/** All scenarios on one backend, then on the other; in a long run again and again. Each run of one has a seed of its own. */
export async function runList({ scenarios, backends, seed, ...how }: Wanted): Promise<void> {
  const rigs = new Rigs(how.build);
  const places = backends.flatMap((backend) =>
    scenarios.filter((one) => isWanted(one, backend, how.isLong)).map((scenario) => ({ scenario, backend })),
  );
  const visits = Array.from({ length: how.isLong ? VISITS : 1 }, () => places).flat();
  try {
    for (const [index, { scenario, backend }] of visits.entries()) {
      if (index > 0 && Date.now() > how.until) break;
      const row = await oneRow(rigs, scenario, { backend, seed: seed + index, isLong: how.isLong });
      process.stderr.write(`${lineOf(row)}\n`);
      await how.onRow(row);
    }
  } finally {
    await rigs.close();
  }
}

function isWanted({ backends, longOnly }: Scenario, backend: Backend, isLong: boolean): boolean {
  return isLong ? backends.includes(backend) : backends[0] === backend && longOnly !== true;
}

interface One {
  readonly backend: Backend;
  readonly seed: number;
  readonly isLong: boolean;
}

async function oneRow(rigs: Rigs, scenario: Scenario, { backend, seed, isLong }: One): Promise<Row> {
  const missing = scenario.missing?.() ?? null;
  if (missing !== null) return emptyRow(scenario, backend, seed, { missing });
  const faults = isLong ? Math.ceil(scenario.faults.long / VISITS) : scenario.faults.short;
  try {
    return await rigs.use(scenario, backend, (rig) => runScenario(scenario, rig, { backend, seed, faults, isLong }));
  } catch (error: unknown) {
    await rigs.close();
    return emptyRow(scenario, backend, seed, { failed: error instanceof Error ? error.message : String(error) });
  }
}
