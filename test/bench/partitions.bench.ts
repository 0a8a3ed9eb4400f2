/**
 * `npm run bench -- partitions [rows] [months] [--rounds=5]`: what partitions by month would give and cost the append-only
 * tables: two tables shaped as the audit trail, one of them partitioned, filled alike; then appends and reads in turns.
 * Two million rows over two years when left out: some three minutes and 2 GB.
 */
import pg from 'pg';
import { startBenchCluster } from './support/service/bench-cluster.ts';
import { inTurns, type Sample, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';
import { columnsOf, fill, monthsOf } from './partitions/tables.ts';
import { readable } from './support/table.ts';

const ROUNDS = '--rounds=';
const APPENDS = 400;
const READS = 400;
const APPEND = 'appends a second';
const READ = 'trails of a case a second';

const given = benchArguments();
const rounds = Number(given.find((one) => one.startsWith(ROUNDS))?.slice(ROUNDS.length) ?? 5);
const [rows = 2_000_000, months = 24] = given.filter((one) => !one.startsWith('--')).map(Number);

const report = new BenchReport(
  'partitions',
  'Rows shaped as those of the audit trail, ten to a case, in one table and in partitions by month: transactions that append 16 of them, and all rows of a case by its id, which says nothing of the month.',
);
report.fact('rows', `${readable(rows)} over ${String(months)} months`);
const cluster = await startBenchCluster();
const client = new pg.Client({ connectionString: await cluster.emptyDatabase('partitions') });
client.on('error', () => undefined);
try {
  await client.connect();
  report.fact('PostgreSQL', cluster.facts);
  await client.query(columnsOf('whole', ''));
  await client.query(columnsOf('parted', 'PARTITION BY RANGE (occurred_at)'));
  await client.query(monthsOf(months));
  for (const table of ['whole', 'parted']) {
    say(`Filling ${table}.`);
    await fill(client, table, { rows, months });
  }
  await client.query('VACUUM (ANALYZE)');
  const turns = await inTurns('one table or many', { whole: contender('whole'), parted: contender('parted') }, rounds);
  report.watched(turns);
  report.add(
    ...['whole', 'parted'].flatMap((who) => [
      turns.figure(who, APPEND, 'a second'),
      turns.figure(who, READ, 'a second'),
    ]),
    turns.ratio('parted', 'whole', APPEND),
    turns.ratio('parted', 'whole', READ),
  );
} finally {
  await client.end();
  await cluster.stop();
}
await report.write();

function contender(table: string): () => Promise<Sample> {
  return async () => {
    const append = await perSecond(APPENDS, () =>
      client.query({ name: `append-${table}`, text: appendText(table), values: [16] }),
    );
    const read = await perSecond(READS, () =>
      client.query({
        name: `read-${table}`,
        text: `SELECT * FROM ${table} WHERE case_id = $1 ORDER BY occurred_at`,
        values: [uuidOf(Math.floor(Math.random() * (rows / 10)))],
      }),
    );
    return { [APPEND]: append, [READ]: read };
  };
}

async function perSecond(times: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let done = 0; done < times; done += 1) await work();
  return (times * 1_000) / (performance.now() - began);
}

function appendText(table: string): string {
  return `INSERT INTO ${table} (id, case_id, chain_id, chain_seq, occurred_at, action, details)
    SELECT gen_random_uuid(), gen_random_uuid(), NULL, NULL, now(), 'case.viewed', repeat('x', 300)
    FROM generate_series(1, $1::integer)`;
}

/** As the rows are filled: the case's number, as an id. */
function uuidOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
