/**
 * `npm run faults`: every scenario of the fault matrix against real processes, and what the checker found afterwards.
 * `scripts/faults.mjs` names the options, compiles this and the service, and starts it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import setUp from '../support/global-setup.mjs';
import tearDown from '../support/global-teardown.mjs';
import { markdownOf } from './markdown.ts';
import { isClean, type Row, together } from './report.ts';
import { spreadOf } from './recovery.ts';
import { runPlanted } from './planted/run-planted.ts';
import { runList } from './run-list.ts';
import { SCENARIOS } from './scenarios/index.ts';
import type { Backend } from './scenario.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    backend: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string', default: '120' },
    planted: { type: 'boolean', default: false },
    out: { type: 'string', default: '.faults' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const names = values.only?.split(',');
const scenarios = SCENARIOS.filter(({ fault, name, onlyByName }) =>
  onlyByName === true ? names?.includes(name) : names === undefined || names.includes(fault) || names.includes(name),
);
const backends = (['PostgreSQL', 'Redis'] as Backend[]).filter(
  (one) => values.backend === undefined || one === values.backend,
);
const rows = new Map<string, Row>();
const began = new Date();

// An end from outside is one that takes processes along, too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const build = path.join(import.meta.dirname, '../..');
const isGood = await onCluster(() => (values.planted ? findPlanted() : findNothing()));
process.exit(isGood ? 0 : 1);

async function onCluster<T>(work: () => Promise<T>): Promise<T> {
  await setUp();
  return work().finally(tearDown);
}

/** Whether nothing was found in a service that is as it should be. */
async function findNothing(): Promise<boolean> {
  await runList({
    ...{ scenarios, backends, seed, isLong: values.full, build },
    until: began.getTime() + Number(values.minutes) * 60_000,
    onRow: async (row) => {
      const place = `${row.name} ${row.backend}`;
      const earlier = rows.get(place);
      rows.set(place, earlier === undefined ? row : together(earlier, row));
      await keep([...rows.values()]);
    },
  });
  return rows.size > 0 && [...rows.values()].every(isClean);
}

/** Whether every bug that was planted was found. */
async function findPlanted(): Promise<boolean> {
  const searches = await runPlanted(seed, build, names);
  await mkdir(values.out, { recursive: true });
  await writeFile(path.join(values.out, 'planted.json'), `${JSON.stringify(searches, null, 2)}\n`);
  return searches.length > 0 && searches.every(({ foundAfter }) => foundAfter !== null);
}

/** After every row: a run that is ended early leaves what it found. */
async function keep(all: readonly Row[]): Promise<void> {
  await mkdir(values.out, { recursive: true });
  const minutes = (Date.now() - began.getTime()) / 60_000;
  const facts = { began: began.toISOString(), seed, isLong: values.full, minutes };
  const told = all.map(({ recovery, serving, toProposal, settled, ...row }) => ({
    ...row,
    recovery: spreadOf(recovery),
    serving: spreadOf(serving),
    toProposal: spreadOf(toProposal),
    settled: spreadOf(settled),
  }));
  await writeFile(path.join(values.out, 'faults.json'), `${JSON.stringify({ ...facts, rows: told }, null, 2)}\n`);
  await writeFile(path.join(values.out, 'faults.md'), markdownOf(facts, all));
}
