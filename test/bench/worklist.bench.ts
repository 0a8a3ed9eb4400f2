/**
 * `npm run bench -- worklist [open] [cases] [rounds]`: how long the pages of the worklist take with fifty thousand open cases
 * among a million, beside the same with a thousand, in one run; and what the first page weighs.
 */
import { fillCases } from './worklist/fill.ts';
import { measure, type Timed, weigh } from './worklist/measure.ts';
import { READER, startSites } from './worklist/sites.ts';
import { machine, secondsSoFar } from './support/machine.ts';
import { readable, table } from './support/table.ts';

const SMALL = { open: 1_000, cases: 1_000 };
const HEAD = ['page, ms', 'few: median', 'many: median', 'few: p95', 'many: p95', 'ratio of p95'];
const AIMS = { ratio: 1.5, kilobytes: 150 };
const [open = 50_000, cases = 1_000_000, rounds = 200] = process.argv.slice(2).map(Number);

console.log(`${machine()}\n`);
const sites = await startSites();
try {
  const small = await sites.start();
  await fillCases(small, SMALL);
  const large = await sites.start();
  await fillCases(large, { open, cases });
  for (const { web, browser } of [small, large]) await web.signIn(browser, READER);
  console.log(
    `${readable(open)} open of ${readable(cases)} cases beside ${readable(SMALL.open)} of ${readable(SMALL.cases)}; `,
  );
  console.log(`${readable(rounds)} rounds of each page, in turns; ${secondsSoFar()} to fill\n`);
  const timed: Timed[] = [];
  for await (const page of measure(small, large, rounds)) {
    timed.push(page);
    // As far as it has come: the whole takes many minutes.
    process.stderr.write(`${rowOf(page).join('  ')}\n`);
  }
  console.log(table([...HEAD, `at most ${String(AIMS.ratio)}`], timed.map(rowOf)));
  const weight = await weigh(large);
  console.log(
    `\nFirst page with its files: ${readable(weight)} KB. ${met(weight < AIMS.kilobytes)}: under ${String(AIMS.kilobytes)} KB`,
  );
} finally {
  await sites.stop();
}
console.log(`\n${secondsSoFar()}`);

function rowOf({ page, small, large }: Timed): string[] {
  const ratio = large.p95 / small.p95;
  const times = [small.median, large.median, small.p95, large.p95].map(readable);
  return [page, ...times, ratio.toFixed(2), met(ratio <= AIMS.ratio)];
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'NOT met';
}
