import { pathToFileURL } from 'node:url';
import { usualWorld, type World } from '../world.ts';
import type { Backend } from '../scenario.ts';

/** A bug as a team might write it, in a service that is otherwise ours. */
export interface Plant {
  readonly name: string;
  readonly what: string;
  /** Scenario under whose faults it shows. */
  readonly shownBy: string;
  /** As what it shows: what a busy machine is late with is not it. */
  readonly as: RegExp;
  /** It must be found within so many seeds. */
  readonly withinSeeds: number;
  /** By a module in front of a process, or by taking something away from the database. */
  readonly process?: boolean;
  readonly sql?: string;
}

export const PLANTS: readonly Plant[] = [
  {
    name: 'acknowledge-before-commit',
    as: /^lost/,
    what: 'the API answers before its commit is through',
    shownBy: 'api-killed',
    withinSeeds: 5,
    process: true,
  },
  {
    name: 'enqueue-after-commit',
    as: /^notProposed/,
    what: 'work is queued after the commit instead of with it',
    shownBy: 'api-killed',
    withinSeeds: 5,
    process: true,
  },
  {
    name: 'cursor-relay',
    as: /^notProposed/,
    what: 'the worker reads on from the youngest message it ever took',
    shownBy: 'workers-killed',
    // Only where a worker ends with something in hand.
    withinSeeds: 8,
    process: true,
  },
  {
    name: 'unfenced-worker',
    as: /^(doubled|misruled)/,
    what: 'a worker writes what it once claimed, and nothing but the program keeps an input from two runs',
    shownBy: 'worker-frozen',
    withinSeeds: 10,
    process: true,
    sql: 'ALTER TABLE triage_run DROP CONSTRAINT triage_run_case_id_input_version_key',
  },
  {
    name: 'missing-unique-key',
    as: /^doubled|receipts for one key|stored as/,
    what: 'nothing but the program keeps a key from being used twice',
    shownBy: 'duplicates',
    withinSeeds: 3,
    sql: `ALTER TABLE referral DROP CONSTRAINT referral_authority_id_agency_id_idempotency_key_key`,
  },
];

/** The usual world, with the bug in it. */
export async function plantedWorld(plant: Plant, backend: Backend, build: string): Promise<World> {
  const world = await usualWorld(backend);
  if (plant.sql !== undefined) await world.database.query('admin', plant.sql);
  if (plant.process !== true) return world;
  const module = pathToFileURL(`${build}/test/faults/planted/plant.js`).href;
  return { ...world, settings: { ...world.settings, PLANTED: plant.name, NODE_OPTIONS: `--import=${module}` } };
}
