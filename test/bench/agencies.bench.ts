/**
 * `npm run bench -- agencies [rounds] [agencies]`: what a submission costs when a hundred thousand agencies are known and counted,
 * beside the few of the demonstration.
 */
import 'reflect-metadata';
import { pipelineRound, P50, P99, PROPOSED, STORED } from './intake/intake-round.ts';
import { LoadClient } from './support/load/load-client.ts';
import { startBenchCluster } from './support/service/bench-cluster.ts';
import { type BenchService, startBenchService } from './support/service/bench-service.ts';
import { AGENCIES } from './support/service/load-rig.ts';
import { COMMIT_TIMES, ourPipeline, type Pipeline } from './support/service/pipeline.ts';
import { inTurns } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';

const [rounds = 5, agencies = 100_000] = benchArguments().map(Number);
const LOAD = { shape: { clients: 8 }, seconds: 4 };
/** Each agency with a running count of its requests and of its referrals. */
const FILL = [
  `INSERT INTO agency (authority_id, id, name, type, source_code)
    SELECT 'larkshire', 'invented-' || i, 'Invented School ' || i, 'school', '2A' FROM generate_series(1, $1::integer) AS i`,
  `INSERT INTO rate_limit (key, points, expire)
    SELECT name || ':' || md5(i::text), 1, (extract(epoch FROM now()) * 1000)::bigint + 3600000
    FROM generate_series(1, $1::integer) AS i, (VALUES ('person'), ('submissions')) AS of (name)`,
];

const report = new BenchReport(
  'agencies',
  `Referrals of eight senders, with the agencies of the demonstration and with ${agencies.toLocaleString('en-GB')} more, each of which has sent within its window.`,
);
const cluster = await startBenchCluster([COMMIT_TIMES]);
const client = await LoadClient.start();
const services: BenchService[] = [];
try {
  report.fact('PostgreSQL', cluster.facts);
  const [few, many] = [await started('few', 0), await started('many', agencies)];
  const contenders = { few: pipelineRound(client, few, LOAD), many: pipelineRound(client, many, LOAD) };
  for (const once of Object.values(contenders)) await once();
  const turns = await inTurns(`${agencies.toLocaleString('en-GB')} agencies beside a few`, contenders, rounds);
  report.watched(turns);
  for (const [name, unit] of [
    [STORED, 'a second'],
    [P50, 'ms'],
    [P99, 'ms'],
    [PROPOSED, 'a second'],
  ] as const)
    report.add(turns.figure('few', name, unit), turns.figure('many', name, unit), turns.ratio('many', 'few', name));
} finally {
  await client.stop();
  for (const service of services) await service.stop();
  await cluster.stop();
}
await report.write();

async function started(name: string, more: number): Promise<Pipeline> {
  const service = await startBenchService({ database: await cluster.database(name) });
  services.push(service);
  for (const text of FILL) await service.database.admin.query(text, [more]);
  await service.database.admin.query('ANALYZE');
  const tokens = await Promise.all(AGENCIES.map((agency) => service.issuer.agencyToken(agency)));
  return ourPipeline(service, tokens);
}
