/**
 * `npm run bench -- reference [cases]`: `evaluate` and the bulk path against the plain reference interpreter, a million
 * generated fact sets unless told otherwise. Works in as many threads as there are processors; what is found does not
 * depend on how many.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { memoryFaults } from './reference/check-memory.ts';
import { type Part, plan, work } from './reference/plan.ts';
import { type Found, NOTHING, together } from './reference/shard.ts';
import { machine, secondsSoFar } from './support/machine.ts';
import { readable, table } from './support/table.ts';

const MILLION = 1_000_000;
const SEED = 20_261;
const PLAIN_CASES = 200;

/** Hands the parts out one at a time to each thread and gathers what they find. */
async function inThreads(parts: readonly Part[]): Promise<ReadonlyMap<Part['kind'], Found>> {
  const found = new Map<Part['kind'], Found>();
  const waiting = parts.values();
  const thread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(fileURLToPath(import.meta.url));
      let part: Part | undefined;
      const next = (): void => {
        part = waiting.next().value;
        if (part === undefined)
          void worker.terminate().then(() => {
            resolve();
          }, reject);
        else worker.postMessage(part);
      };
      worker.on('message', (one: Found) => {
        if (part !== undefined) found.set(part.kind, together(found.get(part.kind) ?? NOTHING, one));
        next();
      });
      worker.on('error', reject);
      next();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, thread));
  return found;
}

async function main(): Promise<void> {
  const cases = Number(process.argv[2] ?? MILLION);
  console.log(`${machine()}\n${readable(cases)} generated fact sets, seed ${SEED}\n`);
  const faults = memoryFaults(PLAIN_CASES, SEED);
  console.log(
    `Reference with its memory against the same asked plainly, ${PLAIN_CASES} cases: ${faults} differences\n`,
  );

  const found = await inThreads(plan(cases, SEED));
  const all = [...found.values()].reduce(together, NOTHING);
  const rows = [...found, ['all', all] as const].map(([kind, one]) => [
    kind,
    readable(one.cases),
    readable(one.withUnknownRules),
    readable(one.evaluateDiffers),
    readable(one.bulkDiffers),
  ]);
  console.log(table(['rules of', 'cases', 'with unknown rules', 'evaluate differs', 'bulk differs'], rows));
  if (all.first !== null) console.log(`\nFirst difference: ${all.first.slice(0, 2_000)}`);
  console.log(`\n${secondsSoFar()}`);
  const isSound =
    faults + all.evaluateDiffers + all.bulkDiffers === 0 && all.cases === cases && all.withUnknownRules > 0;
  process.exitCode = isSound ? 0 : 1;
}

if (isMainThread) await main();
else parentPort?.on('message', (part: Part) => parentPort?.postMessage(work(part)));
