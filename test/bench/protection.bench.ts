/**
 * `npm run bench -- protection [rounds] [seconds] [cases]`: what row-level security and sealed columns cost together, as
 * the pace of the service with them over its pace without them.
 */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedDatabase } from '../../apps/standalone/embedded-database.ts';
import { analyze, benchKeys, plainContender, protectedContender } from './encryption/contender.ts';
import { type Pace, race, repeat } from './encryption/race.ts';
import { FILL, workloads } from './encryption/workloads.ts';
import { machine, secondsSoFar } from './support/machine.ts';
import { readable, table } from './support/table.ts';

const AIM = 0.85;
const [rounds = 9, seconds = 2, cases = 2_000] = process.argv.slice(2).map(Number);
const WRITERS = 8;

const folder = await mkdtemp(path.join(tmpdir(), 'front-door-bench-'));
const server = await startEmbeddedDatabase(folder);
try {
  const keys = benchKeys();
  const contenders = [await plainContender(server, keys), await protectedContender(server, keys)] as const;
  for (const contender of contenders) {
    await repeat(FILL, contender, cases);
    // As autovacuum does within a minute: plans made for empty tables must not stand.
    await analyze(server, contender);
  }
  const paces: Pace[] = [];
  for (const workload of await workloads(contenders)) {
    paces.push(await race(workload, contenders, { rounds, seconds, writers: WRITERS }));
  }
  print(paces);
  for (const { context } of contenders) await context.close();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

function print(paces: readonly Pace[]): void {
  console.log(machine());
  console.log(
    `${String(rounds)} rounds of ${String(seconds)} s each, in turns, ${String(WRITERS)} at once, from ${String(cases)} cases\n`,
  );
  const rows = paces.map(({ workload, plain, guarded, ratio }) => [
    workload,
    readable(plain),
    readable(guarded),
    ratio.toFixed(2),
    ratio >= AIM ? 'met' : 'NOT met',
  ]);
  console.log(table(['transactions a second', 'plain', 'protected', 'ratio', `aim ${String(AIM)}`], rows));
  console.log(`\n${secondsSoFar()}`);
}
