import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadClient } from '../support/load/load-client.ts';
import type { BenchDatabase } from '../support/service/bench-cluster.ts';
import { BenchProcess } from '../support/service/bench-process.ts';
import { type BenchService, serviceSettings } from '../support/service/bench-service.ts';
import { say, type Sample } from '../support/suite/in-turns.ts';

/** Proposals a second, in the middle of the draining: without the workers' start and without the last few. */
export const DRAINED = 'proposed a second';
const PATIENCE_MS = 180_000;
const SENDERS = 16;
let seeds = 40_000;

/** A lane that fills while no worker runs. */
export interface Backlog {
  readonly service: BenchService;
  readonly database: BenchDatabase;
  readonly client: LoadClient;
  readonly tokens: readonly string[];
}

/** Sends for so long, starts workers, and says how fast they propose. The others that wait are never reached. */
export function drainRound(backlog: Backlog, workers: number, seconds: number): () => Promise<Sample> {
  return async () => {
    const { service, database, client, tokens } = backlog;
    seeds += 1;
    const url = `${service.url}/api/v1/referrals`;
    const { accepted } = await client.send({ url, tokens, seed: seeds, shape: { clients: SENDERS }, seconds });
    await database.admin.query(FIRST_IN_LINE);
    await database.admin.query('ANALYZE');
    const since = new Date();
    const { worker: settings } = serviceSettings({ database }, { issuer: service.issuer.url, port: 0, url });
    const started = Array.from({ length: workers }, () => new BenchProcess('apps/worker/main.js', settings));
    const left = await untilDrained(database.admin);
    await Promise.all(started.map((one) => one.stop()));
    if (left > 0) say(`${String(left)} of ${String(accepted)} still wait after ${String(PATIENCE_MS / 1_000)} s.`);
    const { rows } = await database.admin.query<{ rate: number | null }>(RATE, [since]);
    return { [DRAINED]: rows[0]?.rate ?? Number.NaN };
  };
}

/** So many messages more that wait, behind all that a round sends: of one case, and none that it wants any more. */
export async function fillLane({ admin }: BenchDatabase, count: number): Promise<void> {
  await admin.query(FILL, [count]);
  await admin.query('VACUUM (ANALYZE) outbox_message');
}

async function untilDrained(admin: pg.Client): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const { rows } = await admin.query<{ waiting: number }>(WAITING);
    const waiting = rows[0]?.waiting ?? 0;
    if (waiting === 0 || performance.now() - startedAt > PATIENCE_MS) return waiting;
    await sleep(50);
  }
}

const OF_ROUND = `input_version = 1 AND done_at IS NULL AND failed_at IS NULL`;

const FIRST_IN_LINE = `UPDATE outbox_message SET available_at = available_at - interval '1 day' WHERE ${OF_ROUND}`;

/** By the index, in which they stand first: to count past the others every 50 ms would be most of what is measured. */
const WAITING = `SELECT count(*)::integer AS waiting FROM outbox_message
  WHERE lane IN ('urgent', 'standard') AND available_at < now() - interval '12 hours' AND ${OF_ROUND}`;

const RATE = `SELECT 0.7 * count(*) / nullif(extract(epoch FROM
    percentile_disc(0.9) WITHIN GROUP (ORDER BY at) - percentile_disc(0.2) WITHIN GROUP (ORDER BY at)), 0)::float8 AS rate
  FROM (SELECT pg_xact_commit_timestamp(xmin) AS at FROM triage_run WHERE evaluated_at >= $1) AS run`;

const FILL = `INSERT INTO outbox_message (id, authority_id, topic, lane, case_id, input_version, correlation_id, available_at)
  SELECT gen_random_uuid(), c.authority_id, 'triage.requested', 'standard', c.id, n + 1, gen_random_uuid(), now()
  FROM (SELECT id, authority_id FROM case_record LIMIT 1) AS c CROSS JOIN generate_series(1, $1::integer) AS n`;
