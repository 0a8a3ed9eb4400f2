import path from 'node:path';
import { RegisterAgencies } from '#intake';
import { prepareQueueSchema } from '#jobs';
import { migrations } from '#migrations';
import { createRoles, type Environment, loadEnvironment, migrate } from '#platform';
import { createApi } from '../api/create-api.ts';
import { startWorker } from '../worker/create-worker.ts';
import { developmentIssuer } from './development-issuer.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { DEMO_AUTHORITY } from './demo-staff.ts';
import { seedReferrals } from './seed-demonstration.ts';
import { sharePort } from './share-port.ts';

export interface Standalone {
  readonly environment: Environment;
  readonly referrals: number;
  stop(): Promise<void>;
}

const DATABASE = 'front_door';
const ISSUER_PATH = '/oidc';

/** The whole service in one process on its own PostgreSQL, with a development issuer and the demonstration inside. */
export async function startStandalone(given: Readonly<Record<string, string | undefined>>): Promise<Standalone> {
  const folder = path.resolve(given['DATA_DIR'] ?? '.data');
  const database = await startEmbeddedDatabase(folder);
  try {
    const { password, urlOf } = database;
    await createRoles(database.adminUrl, DATABASE, { owner: password, api: password, engine: password });
    await migrate(urlOf('front_door_owner', password, DATABASE), migrations);
    await prepareQueueSchema(urlOf('front_door_owner', password, DATABASE));
    const publicUrl = given['PUBLIC_URL'] ?? `http://localhost:${given['PORT'] ?? '3000'}`;
    const environment = loadEnvironment({
      ...given,
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: `${publicUrl}${ISSUER_PATH}`,
      DATABASE_URL: urlOf('front_door_api', password, DATABASE),
      ENGINE_DATABASE_URL: urlOf('front_door_engine', password, DATABASE),
    });
    const serverFactory = sharePort(ISSUER_PATH, await developmentIssuer(environment));
    const api = await createApi(environment, { serverFactory });
    const worker = await startWorker(environment);
    await api.listen(environment.PORT, environment.HOST);
    await api.get(RegisterAgencies).execute(DEMO_AUTHORITY);
    const referrals = given['SEED'] === 'agencies' ? 0 : await seedReferrals(api);
    const stop = async (): Promise<void> => {
      await api.close();
      await worker.close();
      await database.stop();
    };
    return { environment, referrals, stop };
  } catch (error: unknown) {
    await database.stop();
    throw error;
  }
}
