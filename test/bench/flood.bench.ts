/**
 * `npm run bench -- flood [rounds] [seconds]`: what an agency notices of another agency that sends far more than its limit
 * allows.
 */
import 'reflect-metadata';
import { LoadClient } from './support/load/load-client.ts';
import { type LoadRig, startLoadRig } from './support/service/load-rig.ts';
import { untilProposed } from './support/service/pipeline.ts';
import { inTurns, type Sample, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';

const [rounds = 5, seconds = 20] = benchArguments().map(Number);
const P50 = 'submission p50';
const P99 = 'submission p99';
const ACCEPTED = 'accepted';
/** Arrivals a second of the agency that is looked at, and of the one that floods. */
const USUAL = 20;
const FLOOD = 200;
/** In a window of a minute and person or agency: enough for the usual pace in any round, a fraction of the flood. */
const LIMITS = {
  RATE_SUBMISSIONS: '1800',
  RATE_SUBMISSIONS_BURST: '0',
  RATE_PER_PERSON: '1800',
};

const report = new BenchReport(
  'flood',
  `One agency sends ${String(USUAL)} referrals a second and all are accepted; in every other turn another one sends ${String(FLOOD)} a second beside, of which its limit lets ${LIMITS.RATE_SUBMISSIONS} a minute through. Milliseconds are those of the first.`,
);
const rig = await startLoadRig({ settings: LIMITS });
const flooder = await LoadClient.start();
let seeds = 900;
try {
  report.fact('PostgreSQL', rig.cluster.facts);
  await usual(rig, 5);
  await rig.pipeline.analyze();
  const turns = await inTurns(
    `${String(USUAL)} a second of one agency`,
    { alone: () => usual(rig, seconds), 'beside a flood': () => besideFlood(rig) },
    rounds,
  );
  report.watched(turns);
  report.add(
    ...[P50, P99].flatMap((name) => [
      turns.figure('alone', name, 'ms'),
      turns.figure('beside a flood', name, 'ms'),
      turns.ratio('beside a flood', 'alone', name, { atMost: 1.25 }),
    ]),
    turns.figure('alone', ACCEPTED, 'share', { atLeast: 1 }),
    turns.figure('beside a flood', ACCEPTED, 'share', { atLeast: 1 }),
    turns.figure('beside a flood', 'turned away of the flood', 'share'),
  );
} finally {
  await flooder.stop();
  await rig.stop();
}
await report.write();

async function usual({ client, pipeline }: LoadRig, lasting: number): Promise<Sample> {
  seeds += 1;
  const tokens = pipeline.tokens.slice(0, 1);
  const shape = { perSecond: USUAL };
  const result = await client.send({ url: pipeline.url, tokens, shape, seconds: lasting, seed: seeds });
  await untilProposed(pipeline, 180_000);
  return { [P50]: result.ofAccepted.p50, [P99]: result.ofAccepted.p99, [ACCEPTED]: result.accepted / result.sent };
}

async function besideFlood(given: LoadRig): Promise<Sample> {
  const { url, tokens } = given.pipeline;
  seeds += 1;
  const plan = { url, tokens: tokens.slice(1, 2), shape: { perSecond: FLOOD }, seconds, seed: seeds };
  const [sample, flood] = await Promise.all([usual(given, seconds), flooder.send(plan)]);
  say(`The flood was answered with ${JSON.stringify(flood.statuses)}`);
  return { ...sample, 'turned away of the flood': 1 - flood.accepted / flood.sent };
}
