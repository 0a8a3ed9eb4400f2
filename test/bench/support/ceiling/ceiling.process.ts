/** The process of `Ceiling`: writes rows with nothing but `pg` and named statements, as fast as PostgreSQL takes them. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { answerPlans } from '../forked.ts';
import { latenciesOf } from '../load/load-plan.ts';
import { Strangers } from '../load/referrals.ts';
import type { CeilingPlan, CeilingResult } from './ceiling-plan.ts';

const DIFFERENT = 500;
const strangers = new Strangers(4_711);
const bodies = Array.from({ length: DIFFERENT }, () => JSON.stringify(strangers.next()));
let turn = 0;

answerPlans(run);

async function run({ databaseUrl, connections, rows, seconds }: CeilingPlan): Promise<CeilingResult> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  const tookMs: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  const write = async (client: pg.Client): Promise<void> => {
    while (performance.now() < until) {
      const begunAt = performance.now();
      await client.query(rows === 1 ? single() : several(rows));
      tookMs.push(performance.now() - begunAt);
    }
  };
  await Promise.all(clients.map(write));
  const elapsed = (performance.now() - startedAt) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  const { p50, p99 } = latenciesOf(tookMs);
  return { perSecond: (tookMs.length * rows) / elapsed, p50, p99 };
}

function single(): pg.QueryConfig {
  return { name: 'single', text: 'INSERT INTO ceiling (id, body) VALUES ($1, $2)', values: [randomUUID(), nextBody()] };
}

function several(count: number): pg.QueryConfig {
  const values = Array.from({ length: count }, () => [randomUUID(), nextBody()]).flat();
  const places = Array.from({ length: count }, (_, row) => `($${String(2 * row + 1)}, $${String(2 * row + 2)})`);
  return {
    name: `several ${String(count)}`,
    text: `INSERT INTO ceiling (id, body) VALUES ${places.join(', ')}`,
    values,
  };
}

function nextBody(): string {
  turn += 1;
  return bodies[turn % DIFFERENT] ?? '';
}
