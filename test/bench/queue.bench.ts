/**
 * `npm run bench -- queue [rounds] [jobs]`: our outbox with relay and worker beside bare BullMQ, both with an empty handler, on
 * both backends.
 */
import 'reflect-metadata';
import path from 'node:path';
import { startRedis } from '../support/redis-process.ts';
import type { BarePlan } from './queue/bare.process.ts';
import { type Backend, bareQueue } from './queue/bare-queue.ts';
import { BULK, storeMessages, untilDone } from './queue/our-queue.ts';
import { Forked } from './support/forked.ts';
import { LoadClient } from './support/load/load-client.ts';
import { startBenchCluster } from './support/service/bench-cluster.ts';
import { BenchProcess } from './support/service/bench-process.ts';
import { serviceSettings, startBenchService } from './support/service/bench-service.ts';
import { inTurns, type Sample } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';

const [rounds = 5, jobs = 5_000] = benchArguments().map(Number);
const DONE = 'stored and done a second';
const STORED = 'stored a second';

const report = new BenchReport(
  'queue',
  `${String(jobs)} jobs, stored ${String(BULK)} at a time while a worker takes them, until the last is done. Ours are rows of the outbox, committed with synchronous_commit and claimed, held and completed in transactions, woken by relay and BullMQ; bare BullMQ is addBulk and a worker for 64 at once, on Redis (append-only file, every second) and on PostgreSQL.`,
);
const cluster = await startBenchCluster();
const redis = await startRedis();
const bare = await Forked.start<BarePlan, object>(path.join(import.meta.dirname, 'queue', 'bare.process.js'));
const [ours, oursOnRedis] = [await startOurs('ours', {}), await startOurs('ours_redis', { queueUrl: redis.url })];
const queues: { close(): Promise<void> }[] = [];
try {
  report.fact('PostgreSQL', cluster.facts);
  const onRedis = await bareRound({ redisPort: redis.port });
  const onPostgres = await bareRound({ databaseUrl: await cluster.emptyDatabase('bare') });
  const contenders = {
    'ours, wake-ups by PostgreSQL': ours.round,
    'ours, wake-ups by Redis': oursOnRedis.round,
    'bare BullMQ on Redis': onRedis,
    'bare BullMQ on PostgreSQL': onPostgres,
  };
  for (const once of Object.values(contenders)) await once();
  const turns = await inTurns(`${String(jobs)} jobs`, contenders, rounds);
  report.watched(turns);
  report.add(
    ...Object.keys(contenders).flatMap((name) => [
      turns.figure(name, STORED, 'a second'),
      turns.figure(name, DONE, 'a second'),
    ]),
    turns.ratio('ours, wake-ups by PostgreSQL', 'bare BullMQ on PostgreSQL', DONE),
    turns.ratio('ours, wake-ups by Redis', 'bare BullMQ on Redis', DONE),
  );
} finally {
  for (const queue of queues) await queue.close();
  await bare.stop();
  for (const { worker } of [ours, oursOnRedis]) await worker.stop();
  await redis.stop();
  await cluster.stop();
}
await report.write();

/** One referral by the whole service, so that there is a case; then its worker makes room for the one with no work. */
async function startOurs(name: string, queue: { readonly queueUrl?: string }) {
  const database = await cluster.database(name);
  const service = await startBenchService({ database, workers: 0 });
  const client = await LoadClient.start();
  const tokens = [await service.issuer.agencyToken('larkbridge-primary')];
  const url = `${service.url}/api/v1/referrals`;
  await client.send({ url, tokens, shape: { clients: 1 }, seconds: 0.01, seed: 1 });
  await client.stop();
  const { worker: settings } = serviceSettings({ database, ...queue }, { issuer: '', port: 0, url: '' });
  await service.stop();
  const worker = new BenchProcess('test/bench/queue/worker.process.js', settings);
  await worker.said('worker.started');
  const round = (): Promise<Sample> =>
    timed(
      () => storeMessages(database.admin, jobs),
      () => untilDone(database.admin),
    );
  return { worker, round };
}

async function bareRound(backend: Backend): Promise<() => Promise<Sample>> {
  const queue = bareQueue(backend);
  queues.push(queue);
  await queue.waitUntilReady();
  const bulk = Array.from({ length: BULK }, (_, id) => ({ name: 'job', data: { id } }));
  return () => {
    const done = bare.work({ backend, jobs });
    return timed(
      async () => {
        for (let added = 0; added < jobs; added += BULK) await queue.addBulk(bulk);
      },
      () => done,
    );
  };
}

async function timed(store: () => Promise<unknown>, untilAllDone: () => Promise<unknown>): Promise<Sample> {
  const startedAt = performance.now();
  await store();
  const storedMs = performance.now() - startedAt;
  await untilAllDone();
  const doneMs = performance.now() - startedAt;
  return { [STORED]: (jobs * 1_000) / storedMs, [DONE]: (jobs * 1_000) / doneMs };
}
