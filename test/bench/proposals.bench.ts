/**
 * `npm run bench -- proposals [rounds] [seconds] [waiting]`: how fast cases are proposed that wait, by one, two and four
 * workers, beside PostgreSQL's own limit, and with a million others in line; and how soon a new one is, on both backends.
 */
import 'reflect-metadata';
import { P50, pipelineRound, PROPOSED, STORED, TIME_P50, TIME_P99 } from './intake/intake-round.ts';
import { type Backlog, DRAINED, drainRound, fillLane } from './proposals/backlog.ts';
import { Ceiling } from './support/ceiling/ceiling.ts';
import { LoadClient } from './support/load/load-client.ts';
import { type BenchCluster, startBenchCluster } from './support/service/bench-cluster.ts';
import { startBenchService } from './support/service/bench-service.ts';
import { AGENCIES, type LoadRig, startLoadRig } from './support/service/load-rig.ts';
import { COMMIT_TIMES } from './support/service/pipeline.ts';
import { inTurns, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';
import { readable } from './support/table.ts';

const [rounds = 5, seconds = 4, waiting = 1_000_000] = benchArguments().map(Number);
const LIMIT = 'limit, one row a commit';
const BACKENDS = ['PostgreSQL', 'Redis'] as const;
const IDLE = 2;
const PACE = 100;

const report = new BenchReport(
  'proposals',
  'Referrals of 4 KB by HTTP about different people. Draining: they wait while no worker runs, then workers start; the limit is rows of the same size written by pg and nothing else. Time to proposal: from the arrival of a referral to the commit of its proposal, API, worker, relay and sealer at work.',
);
await drained();
await proposedSoon();
await report.write();

async function drained(): Promise<void> {
  const cluster = await startBenchCluster([COMMIT_TIMES]);
  const client = await LoadClient.start();
  const few = await backlogIn(cluster, 'few', client);
  const many = await backlogIn(cluster, 'many', client);
  const ceiling = await Ceiling.start(await cluster.emptyDatabase('ceiling'));
  try {
    report.fact('PostgreSQL', cluster.facts);
    await drainRound(few, 1, 2)();
    await drainRound(many, 1, 2)();
    say(`Filling the lane with ${readable(waiting)} messages.`);
    await fillLane(many.database, waiting);
    await compareDrains(few, many, ceiling);
  } finally {
    await Promise.all([client.stop(), ceiling.stop(), few.service.stop(), many.service.stop()]);
    await cluster.stop();
  }
}

async function compareDrains(few: Backlog, many: Backlog, ceiling: Ceiling): Promise<void> {
  const names = {
    one: '1 worker',
    two: '2 workers',
    four: '4 workers',
    among: `1 worker, ${readable(waiting)} in line`,
  };
  const turns = await inTurns(
    'draining',
    {
      [LIMIT]: async () => ({ [DRAINED]: (await ceiling.write({ connections: 16, rows: 1, seconds })).perSecond }),
      [names.one]: drainRound(few, 1, seconds),
      [names.two]: drainRound(few, 2, seconds),
      [names.four]: drainRound(few, 4, seconds),
      [names.among]: drainRound(many, 1, seconds),
    },
    rounds,
  );
  report.watched(turns);
  report.add(
    ...[LIMIT, ...Object.values(names)].map((name) => turns.figure(name, DRAINED, 'a second')),
    turns.ratio(names.one, LIMIT, DRAINED, { atLeast: 0.3 }),
    turns.ratio(names.two, names.one, DRAINED, { atLeast: 1.7 }),
    turns.ratio(names.four, names.one, DRAINED),
    turns.ratio(names.among, names.one, DRAINED, { atLeast: 0.8 }),
  );
}

async function backlogIn(cluster: BenchCluster, name: string, client: LoadClient): Promise<Backlog> {
  const database = await cluster.database(name);
  const service = await startBenchService({ database, workers: 0 });
  const tokens = await Promise.all(AGENCIES.map((agency) => service.issuer.agencyToken(agency)));
  return { service, database, client, tokens };
}

async function proposedSoon(): Promise<void> {
  const rigs = new Map<string, LoadRig>();
  try {
    for (const backend of BACKENDS) rigs.set(backend, await startLoadRig({ backend }));
    const saturated = await soonAt(rigs, 'saturated', { clients: 16 });
    const half = Math.max(1, Math.floor(saturated / 2));
    await soonAt(rigs, 'idle', { perSecond: IDLE });
    await soonAt(rigs, `${String(PACE)} a second`, { perSecond: PACE }, { p50: { atMost: 5 }, p99: { atMost: 20 } });
    await soonAt(rigs, `half of what it can: ${String(half)} a second`, { perSecond: half });
  } finally {
    for (const rig of rigs.values()) await rig.stop();
  }
}

type Shape = { readonly clients: number } | { readonly perSecond: number };
type Aims = Readonly<Record<'p50' | 'p99', { readonly atMost: number }>>;

/** Resolves to how many were proposed a second, the queue in PostgreSQL. */
async function soonAt(rigs: ReadonlyMap<string, LoadRig>, group: string, shape: Shape, aims?: Aims): Promise<number> {
  const contenders = Object.fromEntries(
    [...rigs].map(([name, { client, pipeline }]) => [name, pipelineRound(client, pipeline, { shape, seconds })]),
  );
  for (const { pipeline } of rigs.values()) await pipeline.analyze();
  const turns = await inTurns(group, contenders, rounds);
  report.watched(turns);
  for (const name of rigs.keys()) {
    report.add(
      turns.figure(name, TIME_P50, 'ms', aims?.p50 ?? null),
      turns.figure(name, TIME_P99, 'ms', aims?.p99 ?? null),
      turns.figure(name, P50, 'ms'),
      turns.figure(name, STORED, 'a second'),
      turns.figure(name, PROPOSED, 'a second'),
    );
  }
  const proposed = turns.figure('PostgreSQL', PROPOSED, 'a second').rounds.toSorted((one, other) => one - other);
  return proposed[proposed.length >> 1] ?? 0;
}
