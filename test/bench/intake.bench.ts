/**
 * `npm run bench -- intake [rounds] [seconds] [clients …]`: durable referrals and proposals a second through HTTP, beside
 * PostgreSQL's own limit and beside the naive pipeline, in turns; and what a submission takes at a hundred a second.
 */
import 'reflect-metadata';
import { ceilingRound, P50, P99, pipelineRound, PROPOSED, STORED, TIME_P50, TIME_P99 } from './intake/intake-round.ts';
import { type IntakeRig, startIntakeRig } from './intake/rig.ts';
import { inTurns, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';

const [rounds = 5, seconds = 5, ...given] = benchArguments().map(Number);
const clientCounts = given.length === 0 ? [1, 16, 64] : given;
const PACE = 100;
const SINGLE = 'limit, one row a commit';
const BATCHED = 'limit, 100 rows a commit';

const report = new BenchReport(
  'intake',
  'Referrals of 4 KB by HTTP, each about other people, acknowledged after the commit and then proposed by the worker. Ours has sign-in, idempotency, row-level security, encryption, audit with sealer and limits on; the naive pipeline (test/bench/naive) has sign-in alone; the limits are rows of the same size written by pg and nothing else.',
);
const rig = await startIntakeRig();
try {
  report.fact('PostgreSQL', rig.facts);
  report.fact('rounds', `${String(rounds)} of ${String(seconds)} s each`);
  await warmUp(rig);
  for (const clients of clientCounts) await compareAt(rig, clients);
  await compareAtPace(rig);
} finally {
  await rig.stop();
}
await report.write();

async function warmUp({ client, ours, naive }: IntakeRig): Promise<void> {
  say('Warming up.');
  for (const pipeline of [ours, naive]) {
    await pipelineRound(client, pipeline, { shape: { clients: 8 }, seconds: 3 })();
    await pipeline.analyze();
  }
}

async function compareAt({ client, ours, naive, ceiling }: IntakeRig, clients: number): Promise<void> {
  const load = { shape: { clients }, seconds };
  const contenders = {
    [SINGLE]: ceilingRound(ceiling, { connections: clients, rows: 1, seconds }),
    [BATCHED]: ceilingRound(ceiling, { connections: Math.min(4, clients), rows: 100, seconds }),
    ours: pipelineRound(client, ours, load),
    naive: pipelineRound(client, naive, load),
  };
  const turns = await inTurns(`${String(clients)} client${clients === 1 ? '' : 's'}`, contenders, rounds);
  const isAimed = clients > 1;
  report.watched(turns);
  report.add(
    ...Object.keys(contenders).map((name) => turns.figure(name, STORED, 'a second')),
    ...['ours', 'naive'].flatMap((name) => [
      turns.figure(name, PROPOSED, 'a second'),
      turns.figure(name, P50, 'ms'),
      turns.figure(name, P99, 'ms'),
    ]),
    turns.ratio('ours', SINGLE, STORED, isAimed ? { atLeast: 0.4 } : null),
    turns.ratio('ours', 'naive', STORED, isAimed ? { atLeast: 8 } : null),
    turns.ratio('ours', SINGLE, PROPOSED, isAimed ? { atLeast: 0.3 } : null),
    turns.ratio('ours', 'naive', PROPOSED, isAimed ? { atLeast: 9 } : null),
  );
}

async function compareAtPace({ client, ours, naive }: IntakeRig): Promise<void> {
  const load = { shape: { perSecond: PACE }, seconds: seconds * 2 };
  const contenders = { ours: pipelineRound(client, ours, load), naive: pipelineRound(client, naive, load) };
  const turns = await inTurns(`${String(PACE)} a second`, contenders, rounds);
  report.watched(turns);
  report.add(
    ...[P50, P99].flatMap((name) => ['ours', 'naive'].map((who) => turns.figure(who, name, 'ms'))),
    turns.ratio('ours', 'naive', P50, { atMost: 0.5 }),
    turns.ratio('ours', 'naive', P99, { atMost: 0.5 }),
    turns.figure('ours', TIME_P50, 'ms', { atMost: 5 }),
    turns.figure('ours', TIME_P99, 'ms', { atMost: 20 }),
    turns.figure('naive', TIME_P50, 'ms'),
    turns.figure('naive', TIME_P99, 'ms'),
  );
}
