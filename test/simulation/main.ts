/**
 * `npm run simulate [-- --histories 100000] [--seed 1] [--path "…"] [--bug "cursor relay"]`: histories of the simulated
 * service, 250 to a seed. A history that breaks an invariant is made as short as it can be and printed with the
 * seed and the path that replay it.
 */
import { parseArgs } from 'node:util';
import { EVERY_DEFENCE, PLANTED_BUGS, type PlantedBug, without } from './service/defences.ts';
import { noTotals, simulate, type Totals } from './history/simulate.ts';

/** Small, so that memory is given back between them. */
const CHUNK = 250;

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    path: { type: 'string' },
    bug: { type: 'string' },
  },
});
const defences = values.bug === undefined ? EVERY_DEFENCE : without(PLANTED_BUGS[values.bug as PlantedBug]);
const startedAt = performance.now();
const sum = noTotals();
let broken: string | null = null;

for (let seed = Number(values.seed); broken === null && sum.histories < Number(values.histories); seed += 1) {
  const numRuns = Math.min(CHUNK, Number(values.histories) - sum.histories);
  const { totals, report } = await simulate(defences, {
    ...{ seed, numRuns: values.path === undefined ? numRuns : 1 },
    ...(values.path === undefined ? {} : { path: values.path }),
  });
  add(totals);
  broken = report;
  tell(seed);
  if (values.path !== undefined) break;
}
if (broken !== null) console.error(broken);
process.exitCode = broken === null ? 0 : 1;

function add(totals: Totals): void {
  for (const name of Object.keys(sum) as (keyof Totals)[]) {
    sum[name] = name === 'slowestMs' ? Math.max(sum[name], totals[name]) : sum[name] + totals[name];
  }
}

function tell(seed: number): void {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  const counts = Object.entries(sum).map(([name, count]) => `${name} ${count}`);
  console.log(`seed ${seed}, ${seconds} s: ${counts.join(', ')}`);
}
