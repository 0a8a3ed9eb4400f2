import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Environment } from '../config/environment.ts';
import type { Database } from '../database/database.ts';
import type { GaugeName } from './catalogue.ts';
import { type Labels, keepMeasures } from './measure.ts';

/** What a gauge shows at the moment. */
export interface Reading {
  readonly name: GaugeName;
  readonly labels?: Labels;
  readonly value: number;
}

/** Where the gauges of a process come from. Asked at every scrape, so it answers quickly and never throws. */
type ReadGauges = () => Promise<readonly Reading[]>;

/**
 * Answers Prometheus on a port of its own, for as long as the process lives; `null` where METRICS_PORT is left out, and
 * then nothing is measured or loaded. There is no sign-in: whoever reaches the port reads figures, none about a person.
 */
export async function serveMetrics(environment: Environment, gauges: ReadGauges): Promise<AddressInfo | null> {
  const { METRICS_PORT: port, METRICS_HOST: host } = environment;
  if (port === undefined) return null;
  const { PrometheusRegistry } = await import('./prometheus-registry.ts');
  const registry = new PrometheusRegistry();
  keepMeasures(registry);
  const server = createServer(
    answer(async () => {
      registry.set(await gauges());
      return registry.text();
    }),
  );
  // Nothing waits for whoever only looks on, nor for the connection that they keep.
  server.unref();
  server.on('connection', (socket) => {
    socket.unref();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return server.address() as AddressInfo;
}

/** The gauges that every process has. */
export function readingsOf(databases: readonly Database[], { DATABASE_POOL }: Environment): Reading[] {
  const uses = databases.map((database) => database.poolUse());
  const states = ['used', 'idle', 'waiting'] as const;
  const most = { name: 'front_door_database_connections_most', value: DATABASE_POOL * databases.length } as const;
  const sums = states.map((state): Reading => {
    const value = uses.reduce((sum, use) => sum + use[state], 0);
    return { name: 'front_door_database_connections', labels: { state }, value };
  });
  return [...sums, most];
}

function answer(text: () => Promise<string>): RequestListener {
  return (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (body) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(body),
      () => response.writeHead(500).end(),
    );
  };
}
