/**
 * `npm run soak -- [minutes] [referrals a second] [backend]`: mixed load for half an hour, whether memory grows, and whether anything
 * goes wrong. Referrals arrive at random moments, one in twenty red; two social workers look, claim and decide meanwhile.
 */
import 'reflect-metadata';
import { type LoadRig, startLoadRig } from './support/service/load-rig.ts';
import { timesToProposal, untilProposed } from './support/service/pipeline.ts';
import type { Figure } from './support/suite/figure.ts';
import { watchForeignCpu } from './support/suite/foreign-cpu.ts';
import { say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';
import { MemoryWatch } from './soak/memory-watch.ts';
import { StaffAtWork } from './soak/staff-at-work.ts';

const [minutes = 30, perSecond = 10] = benchArguments().slice(0, 2).map(Number);
const backend = benchArguments().includes('Redis') ? 'Redis' : 'PostgreSQL';
const WARM_UP = minutes / 5;
const SLICE_SECONDS = 30;
const GROUP = 'mixed load';

const report = new BenchReport(
  'soak',
  `${String(minutes)} minutes of ${String(perSecond)} referrals of 4 KB a second, one in twenty red, all about different people, while two social workers look at the worklist, open, claim and decide about one case a second each. Memory grows by the straight line through its readings after the first ${String(WARM_UP)} minutes.`,
);
const rig = await startLoadRig({ backend });
try {
  report.fact('PostgreSQL', rig.cluster.facts);
  report.fact('queue', backend);
  const foreign = watchForeignCpu();
  report.add(...(await soak(rig)));
  report.watched({ foreignCpu: [foreign()] });
} finally {
  await rig.stop();
}
await report.write();

async function soak(given: LoadRig): Promise<Figure[]> {
  const { service, pipeline } = given;
  const { issuer, url, api, workers } = service;
  const since = new Date();
  const watches = { api: new MemoryWatch(api), worker: new MemoryWatch(workers[0] ?? api) };
  const tokens = await Promise.all(['social-worker', 'social-worker-2'].map((who) => issuer.staffToken(who)));
  const staff = tokens.map((token) => new StaffAtWork(url, token));
  const sent = await send(given);
  await Promise.all(staff.map((one) => one.stop()));
  const left = await untilProposed(pipeline, 120_000);
  for (const watch of Object.values(watches)) watch.stop();
  const times = await timesToProposal(pipeline, since);
  const errors = [...sent.errors, ...staff.flatMap((one) => one.errors)];
  for (const error of new Set(errors)) report.note(`An error: ${error}`);
  const late = staff.reduce((sum, one) => sum + one.late, 0);
  const decided = staff.reduce((sum, one) => sum + one.decided, 0);
  return [
    ...Object.entries(watches).flatMap(([name, watch]) => [
      figure(`${name}: memory, slope`, 'MB a minute', [watch.slopeFrom(WARM_UP)], { atMost: 1 }),
      figure(`${name}: memory, most`, 'MB', [watch.most]),
    ]),
    figure('errors', 'requests', [errors.length], { atMost: 0 }),
    figure('referrals acknowledged', 'referrals', [sent.accepted]),
    figure('cases decided', 'cases', [decided]),
    figure('changes that came after a colleague’s', 'requests', [late]),
    figure('left without a proposal', 'cases', [left], { atMost: 0 }),
    figure('submission p50', 'ms', sent.p50),
    figure('submission p99', 'ms', sent.p99),
    figure('arrival to proposal p50', 'ms', [times.p50]),
    figure('arrival to proposal p99', 'ms', [times.p99]),
  ];
}

interface Sent {
  readonly accepted: number;
  readonly errors: readonly string[];
  readonly p50: readonly number[];
  readonly p99: readonly number[];
}

async function send({ client, pipeline, service }: LoadRig): Promise<Sent> {
  const { url, tokens } = pipeline;
  const [p50, p99, errors]: [number[], number[], string[]] = [[], [], []];
  let accepted = 0;
  for (let slice = 0; slice * SLICE_SECONDS < minutes * 60; slice += 1) {
    const plan = { url, tokens, shape: { perSecond }, seconds: SLICE_SECONDS, seed: 2_000 + slice, redShare: 0.05 };
    const result = await client.send(plan);
    accepted += result.accepted;
    p50.push(result.ofAccepted.p50);
    p99.push(result.ofAccepted.p99);
    for (const [status, count] of Object.entries(result.statuses))
      if (status !== '201')
        errors.push(...Array.from({ length: count }, () => `a referral was answered with ${status}`));
    const memory = [service.api, ...service.workers].map((one) => one.residentMegabytes().toFixed(0));
    say(`${String((slice + 1) * SLICE_SECONDS)} s: ${JSON.stringify(result.statuses)}, ${memory.join(' and ')} MB`);
  }
  return { accepted, errors, p50, p99 };
}

function figure(name: string, unit: string, rounds: readonly number[], aim: Figure['aim'] = null): Figure {
  return { group: GROUP, name, unit, rounds, aim };
}
