/**
 * `npm run bench -- redis-dead [rounds] [seconds] [per second]`: what a submission takes while Redis is well, dead, or
 * frozen with its connections open, in turns. Four minutes as it stands.
 */
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { P50, P99, pipelineRound, TIME_P50, TIME_P99 } from './intake/intake-round.ts';
import { LoadClient } from './support/load/load-client.ts';
import { startBenchCluster } from './support/service/bench-cluster.ts';
import { type BenchService, startBenchService } from './support/service/bench-service.ts';
import { COMMIT_TIMES, ourPipeline } from './support/service/pipeline.ts';
import { inTurns, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';
import { type RedisServer, startRedis } from '../support/redis-process.ts';

const [rounds = 5, seconds = 10, perSecond = 50] = benchArguments().map(Number);
/** Until whoever lost Redis has noticed, or has found it again. */
const NOTICED_MS = 1_500;
const CONTENDERS = ['healthy', 'dead', 'frozen'] as const;

const report = new BenchReport(
  'redis-dead',
  'Referrals of 4 KB by HTTP at a steady pace, with the queue in Redis: while it is well, killed, and stopped with its connections open (it takes more and never answers). Nothing on the path of a submission speaks to Redis; proposals go on through PostgreSQL.',
);
/** What was started, to be stopped the other way round, also when something does not start. */
const stops: (() => Promise<void>)[] = [];
try {
  const cluster = await startBenchCluster([COMMIT_TIMES]);
  stops.push(() => cluster.stop());
  const redis = await startRedis();
  stops.push(() => redis.stop());
  const service = await startBenchService({ database: await cluster.database('ours'), queueUrl: redis.url });
  stops.push(() => service.stop());
  const client = await LoadClient.start();
  stops.push(() => client.stop());
  await measure(service, redis, client);
  report.fact('PostgreSQL', cluster.facts);
} finally {
  for (const stop of stops.toReversed()) await stop();
}
await report.write();

async function measure(ours: BenchService, queue: RedisServer, client: LoadClient): Promise<void> {
  report.fact('rounds', `${String(rounds)} of ${String(seconds)} s each, ${String(perSecond)} referrals a second`);
  const pipeline = ourPipeline(ours, [await ours.issuer.agencyToken('larkbridge-primary')]);
  const round = pipelineRound(client, pipeline, { shape: { perSecond }, seconds });
  say('Warming up.');
  await pipelineRound(client, pipeline, { shape: { clients: 8 }, seconds: 3 })();
  await pipeline.analyze();
  const under = (begin: () => unknown, end: () => unknown) => async () => {
    await begin();
    await sleep(NOTICED_MS);
    const sample = await round();
    await end();
    await sleep(NOTICED_MS);
    return sample;
  };
  const turns = await inTurns(
    `${String(perSecond)} a second`,
    {
      healthy: round,
      dead: under(
        () => queue.kill(),
        () => queue.restart('empty'),
      ),
      frozen: under(
        () => {
          queue.freeze();
        },
        () => {
          queue.thaw();
        },
      ),
    },
    rounds,
  );
  report.watched(turns);
  report.add(
    ...[P50, P99].flatMap((name) => CONTENDERS.map((who) => turns.figure(who, name, 'ms'))),
    turns.ratio('dead', 'healthy', P50),
    turns.ratio('dead', 'healthy', P99, { atMost: 1.2 }),
    turns.ratio('frozen', 'healthy', P99, { atMost: 1.2 }),
    ...CONTENDERS.flatMap((who) => [turns.figure(who, TIME_P50, 'ms'), turns.figure(who, TIME_P99, 'ms')]),
  );
}
