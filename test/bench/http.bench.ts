/**
 * `npm run bench -- http [rounds] [seconds]`: what the whole way of a POST costs without the database, beside a bare
 * `node:http` server and beside Express with class-validator.
 */
import 'reflect-metadata';
import path from 'node:path';
import { freePort } from '../support/process-port.ts';
import { startIssuer } from '../support/test-issuer.ts';
import type { PostPlan, PostResult } from './http/post-client.ts';
import { Forked } from './support/forked.ts';
import { startBenchCluster } from './support/service/bench-cluster.ts';
import { BenchProcess } from './support/service/bench-process.ts';
import { registerAgencies, serviceSettings } from './support/service/bench-service.ts';
import { inTurns, type Sample, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';

const [rounds = 7, seconds = 4] = benchArguments().map(Number);
const CONNECTIONS = 32;
const PACE = 'requests a second';
const PER_SECOND_OF_CPU = 'requests for a second of the server’s processor';

const report = new BenchReport(
  'http',
  'A referral of 4 KB by POST. Ours is the API with limits, sign-in, guards, parsing, validation, everything that is worked out before the transaction, and the receipt; nothing is stored. The limit is node:http with JSON.parse. Express has the DTO classes of the naive pipeline and no sign-in. The client shares the machine: the ratio of requests for a second of the server’s processor is the one it cannot disturb.',
);
const cluster = await startBenchCluster();
const issuer = await startIssuer();
const client = await Forked.start<PostPlan, PostResult>(
  path.join(import.meta.dirname, 'http', 'post-client.process.js'),
);
const servers: BenchProcess[] = [];
try {
  const token = await issuer.agencyToken('larkbridge-primary');
  const [ours, raw, express] = [await startOurs(), await startOther('raw'), await startOther('express')];
  const round = (server: Server) => () => post(server, token);
  for (const server of [ours, raw, express]) say(`Warming up: ${JSON.stringify(await post(server, token))}`);
  const turns = await inTurns(
    `${String(CONNECTIONS)} connections`,
    { 'node:http': round(raw), ours: round(ours), 'Express and class-validator': round(express) },
    rounds,
  );
  report.watched(turns);
  for (const name of [PACE, PER_SECOND_OF_CPU]) {
    report.add(
      ...['node:http', 'ours', 'Express and class-validator'].map((who) => turns.figure(who, name, 'a second')),
      turns.ratio('ours', 'node:http', name, { atLeast: 0.5 }),
      turns.ratio('ours', 'Express and class-validator', name),
    );
  }
} finally {
  await client.stop();
  await Promise.all(servers.map((server) => server.stop()));
  issuer.close();
  await cluster.stop();
}
await report.write();

interface Server {
  readonly url: string;
  readonly process: BenchProcess;
}

async function post({ url, process: server }: Server, token: string): Promise<Sample> {
  const before = server.processorSeconds();
  const result = await client.work({ url, token, connections: CONNECTIONS, seconds });
  const used = server.processorSeconds() - before;
  if (result.others > 0) throw new Error(`${String(result.others)} requests were not answered with 201.`);
  return { [PACE]: result.accepted / result.seconds, [PER_SECOND_OF_CPU]: result.accepted / used };
}

async function startOurs(): Promise<Server> {
  const [database, port] = [await cluster.database('ours'), await freePort()];
  const url = `http://127.0.0.1:${String(port)}`;
  const { api: settings } = serviceSettings({ database }, { issuer: issuer.url, port, url });
  await registerAgencies(settings, database);
  const server = new BenchProcess('test/bench/http/service.process.js', settings);
  servers.push(server);
  await server.answers(`${url}/health/ready`);
  return { url: `${url}/api/v1/referrals`, process: server };
}

async function startOther(name: 'raw' | 'express'): Promise<Server> {
  const port = String(await freePort());
  const server = new BenchProcess(`test/bench/http/${name}.process.js`, { PORT: port, NODE_ENV: 'production' });
  servers.push(server);
  await server.said(`${name}.listening`);
  return { url: `http://127.0.0.1:${port}/referrals`, process: server };
}
