/**
 * `npm run bench -- start [rounds] [seconds]`: from the start of each process to its being ready, and what it holds of memory,
 * idle and under load; the naive pipeline's processes beside ours.
 */
import 'reflect-metadata';
import { type IntakeRig, startIntakeRig } from './intake/rig.ts';
import { coldStarts, IDLE, READY } from './start/cold-starts.ts';
import { untilProposed } from './support/service/pipeline.ts';
import { inTurns, type Sample, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';

const [rounds = 5, seconds = 10] = benchArguments().map(Number);
const PACE = 30;
const LOADED = 'resident memory under load';
const PROCESSES = ['api', 'web', 'worker', 'naive api', 'naive worker'] as const;

let seeds = 300;
const report = new BenchReport(
  'start',
  `Each process from its start to ready (it answers, or says that it works), with files in the page cache and nothing else at work; its memory two seconds later; and what API and worker hold after ${String(seconds)} s of ${String(PACE)} referrals a second.`,
);
const rig = await startIntakeRig();
try {
  report.fact('PostgreSQL', rig.facts);
  const starts = await inTurns('cold start', await coldStarts(rig), rounds);
  report.watched(starts);
  report.add(
    ...PROCESSES.map((name) => starts.figure(name, READY, 'ms')),
    ...PROCESSES.map((name) => starts.figure(name, IDLE, 'MB')),
  );
  const loaded = await inTurns(
    'under load',
    { ours: () => underLoad(rig, 'ours'), naive: () => underLoad(rig, 'naive') },
    rounds,
  );
  report.add(
    ...['api', 'worker'].flatMap((part) =>
      ['ours', 'naive'].map((whose) => loaded.figure(whose, `${part}, ${LOADED}`, 'MB')),
    ),
  );
} finally {
  await rig.stop();
}
await report.write();

async function underLoad({ client, ours, naive, service }: IntakeRig, whose: 'ours' | 'naive'): Promise<Sample> {
  const pipeline = whose === 'ours' ? ours : naive;
  const [api, worker] = whose === 'ours' ? [service.api, service.workers[0]] : [naive.api, naive.worker];
  seeds += 1;
  const { url, tokens } = pipeline;
  const { statuses } = await client.send({ url, tokens, shape: { perSecond: PACE }, seconds, seed: seeds });
  const sample = {
    [`api, ${LOADED}`]: api.residentMegabytes(),
    [`worker, ${LOADED}`]: worker?.residentMegabytes() ?? Number.NaN,
  };
  say(`Answers: ${JSON.stringify(statuses)}`);
  await untilProposed(pipeline, 120_000);
  return sample;
}
