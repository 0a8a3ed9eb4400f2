import { startFaultRig } from '../fault-rig.ts';
import { lineOf, type Row } from '../report.ts';
import { runScenario } from '../run-scenario.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { type Plant, plantedWorld, PLANTS } from './plants.ts';

interface Search {
  readonly plant: Plant;
  /** How many seeds it took; `null` when it was not found within as many as it may take. */
  readonly foundAfter: number | null;
  readonly as: readonly string[];
}

/** A test of the test: with each bug planted the same scenarios and the same checker must find something. */
export async function runPlanted(seed: number, build: string, only: readonly string[] | undefined): Promise<Search[]> {
  const searches: Search[] = [];
  for (const plant of PLANTS) {
    if (only === undefined || only.includes(plant.name)) searches.push(await search(plant, seed, build));
  }
  return searches;
}

async function search(plant: Plant, seed: number, build: string): Promise<Search> {
  for (let tries = 1; tries <= plant.withinSeeds; tries += 1) {
    const as = await foundWith(plant, seed + tries, build).catch((error: unknown) => {
      // Finds nothing, as far as anybody knows.
      process.stderr.write(`${plant.name}: not run to the end: ${String(error).slice(0, 300)}\n`);
      return [];
    });
    if (as.length === 0) continue;
    process.stderr.write(`${plant.name}: found after ${String(tries)} seeds: ${as.slice(0, 3).join('; ')}\n`);
    return { plant, foundAfter: tries, as };
  }
  process.stderr.write(`${plant.name}: NOT found within ${String(plant.withinSeeds)} seeds\n`);
  return { plant, foundAfter: null, as: [] };
}

async function foundWith(plant: Plant, seed: number, build: string): Promise<readonly string[]> {
  const scenario = SCENARIOS.find(({ name }) => name === plant.shownBy);
  if (scenario === undefined) throw new Error(`There is no scenario ${plant.shownBy}.`);
  const rig = await startFaultRig(await plantedWorld(plant, 'PostgreSQL', build), build);
  try {
    const run = { backend: 'PostgreSQL', seed, faults: scenario.faults.short, isLong: false } as const;
    const row: Row = await runScenario(scenario, rig, run);
    process.stderr.write(`${plant.name}: ${lineOf(row)}\n`);
    return row.details.filter((what) => plant.as.test(what));
  } finally {
    await rig.close();
  }
}
