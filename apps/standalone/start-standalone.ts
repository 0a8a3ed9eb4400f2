import type { RequestListener } from 'node:http';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RegisterAgencies } from '#intake';
import { prepareQueueSchema } from '#jobs';
import { migrations } from '#migrations';
import {
  createRoles,
  type DatabaseAddress,
  type Environment,
  loadEnvironment,
  migrate,
  serveMetrics,
  startTracing,
} from '#platform';
import { createApi } from '../api/create-api.ts';
import { createWeb } from '../web/create-web.ts';
import { startWorker } from '../worker/create-worker.ts';
import { workerGauges } from '../worker/gauges.ts';
import { keepClientKeys, WEB_CLIENT } from './client-keys.ts';
import { demonstrationKeys } from './demonstration-keys.ts';
import { developmentInbox } from './development-inbox.ts';
import { developmentIssuer } from './development-issuer.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.ts';
import { DEMO_AUTHORITY } from './demo-staff.ts';
import { seedReferrals } from './seed-demonstration.ts';
import { ISSUER_PATH, sharePort } from './share-port.ts';

export interface Standalone {
  readonly environment: Environment;
  readonly referrals: number;
  stop(): Promise<void>;
}

const DATABASE = 'front_door';

/** The whole service in one process on its own PostgreSQL, with a development issuer and the demonstration inside. */
export async function startStandalone(given: Readonly<Record<string, string | undefined>>): Promise<Standalone> {
  const folder = path.resolve(given['DATA_DIR'] ?? '.data');
  const database = await startEmbeddedDatabase(folder);
  try {
    const { password, urlOf } = database;
    await prepareDatabase(database);
    const publicUrl = given['PUBLIC_URL'] ?? `http://localhost:${given['PORT'] ?? '3000'}`;
    const clientKeys = await keepClientKeys(folder);
    const environment = loadEnvironment({
      ...given,
      ...(await demonstrationKeys(folder, given)),
      DEVELOPMENT_INBOX: given['DEVELOPMENT_INBOX'] ?? path.join(folder, 'inbox'),
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: `${publicUrl}${ISSUER_PATH}`,
      OIDC_WEB_CLIENT_ID: WEB_CLIENT,
      OIDC_WEB_CLIENT_KEY: JSON.stringify(clientKeys[WEB_CLIENT]),
      DATABASE_URL: urlOf('front_door_api', password, DATABASE),
      ENGINE_DATABASE_URL: urlOf('front_door_engine', password, DATABASE),
    });
    await startTracing(environment, 'front-door');
    const web = await createWeb(environment);
    const issuer = await developmentIssuer(environment, clientKeys);
    const serverFactory = sharePort({ issuer, web: await handlerOf(web), inbox: developmentInbox(environment) });
    const api = await createApi(environment, { serverFactory });
    const worker = await startWorker(environment);
    await api.listen(environment.PORT, environment.HOST);
    await api.get(RegisterAgencies).execute(DEMO_AUTHORITY);
    await serveMetrics(environment, () => workerGauges(environment, worker, [api, web]));
    const referrals = given['SEED'] === 'agencies' ? 0 : await seedReferrals(api);
    const stop = (): Promise<void> => stopInOrder([api, web, worker], database);
    return { environment, referrals, stop };
  } catch (error: unknown) {
    await database.stop();
    throw error;
  }
}

async function stopInOrder(parts: readonly INestApplicationContext[], database: EmbeddedDatabase): Promise<void> {
  for (const part of parts) await part.close();
  await database.stop();
}

async function prepareDatabase({ adminUrl, password, urlOf }: EmbeddedDatabase): Promise<void> {
  const owner = local(urlOf('front_door_owner', password, DATABASE));
  await createRoles(local(adminUrl), DATABASE, { owner: password, api: password, engine: password });
  await migrate(owner, migrations);
  await prepareQueueSchema(owner);
}

/** The pages without a port of their own. */
async function handlerOf(web: NestFastifyApplication): Promise<RequestListener> {
  const fastify = web.getHttpAdapter().getInstance();
  await fastify.ready();
  return (request, response) => {
    fastify.routing(request, response);
  };
}

/** The embedded PostgreSQL listens on this machine's loopback address alone. */
function local(url: string): DatabaseAddress {
  return { url, ssl: false };
}
