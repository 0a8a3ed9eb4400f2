/**
 * `npm run bench -- overload [rounds] [seconds]`: what becomes of those who are accepted, of the others, of red cases and of
 * memory when three times as many referrals arrive as the service can take.
 */
import 'reflect-metadata';
import {
  ACCEPTED,
  MEMORY,
  P50,
  P99,
  paceRound,
  RED,
  REFUSED,
  REFUSED_P99,
  UNCLEAR,
} from './overload/overload-round.ts';
import { median } from './support/median.ts';
import { type LoadRig, startLoadRig } from './support/service/load-rig.ts';
import { untilProposed } from './support/service/pipeline.ts';
import { inTurns, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';

const [rounds = 5, seconds = 10] = benchArguments().map(Number);
const CALM_SHARE = 0.3;
const TIMES = 3;
const CLIENTS = 64;

const report = new BenchReport(
  'overload',
  'Referrals of 4 KB that arrive at random moments, one in twenty of them red: calm is three tenths of what 64 clients that wait for their answers get stored, with the worker at work beside; overload is three times as much as that. Milliseconds count from when a request was due.',
);
const rig = await startLoadRig();
try {
  report.fact('PostgreSQL', rig.cluster.facts);
  const capacity = await capacityOf(rig);
  report.fact('capacity', `${String(Math.round(capacity))} referrals a second`);
  const before = rig.service.api.residentMegabytes();
  const turns = await inTurns(
    `${String(rounds)} rounds of ${String(seconds)} s`,
    {
      calm: paceRound(rig, capacity * CALM_SHARE, seconds),
      overload: paceRound(rig, capacity * TIMES, seconds),
    },
    rounds,
  );
  report.watched(turns);
  report.fact('resident memory of the API before', `${before.toFixed(0)} MB`);
  report.add(
    turns.figure('calm', ACCEPTED, 'a second'),
    turns.figure('overload', ACCEPTED, 'a second', { atLeast: Math.round(capacity * 0.7) }),
    turns.figure('calm', P50, 'ms'),
    turns.figure('overload', P50, 'ms'),
    turns.figure('calm', P99, 'ms'),
    turns.figure('overload', P99, 'ms'),
    turns.ratio('overload', 'calm', P99, { atMost: 3 }),
    turns.figure('overload', REFUSED, 'share'),
    turns.figure('overload', REFUSED_P99, 'ms'),
    turns.figure('overload', UNCLEAR, 'requests', { atMost: 0 }),
    turns.figure('calm', RED, 'ms', { atMost: 2_000 }),
    turns.figure('overload', RED, 'ms', { atMost: 2_000 }),
    turns.figure('calm', MEMORY, 'MB'),
    turns.figure('overload', MEMORY, 'MB'),
    turns.ratio('overload', 'calm', MEMORY, { atMost: 1.25 }),
  );
} finally {
  await rig.stop();
}
await report.write();

/** What clients that wait for their answers get stored: the most that overload may be a multiple of. */
async function capacityOf({ client, pipeline }: LoadRig): Promise<number> {
  const paces: number[] = [];
  for (let seed = 1; seed <= 4; seed += 1) {
    const { url, tokens } = pipeline;
    const { accepted, seconds: took } = await client.send({
      url,
      tokens,
      shape: { clients: CLIENTS },
      seconds: 4,
      seed,
    });
    say(`Capacity: ${(accepted / took).toFixed(0)} a second.`);
    // The first is the warm-up.
    if (seed > 1) paces.push(accepted / took);
    await untilProposed(pipeline, 180_000);
    await pipeline.analyze();
  }
  return median(paces);
}
