import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareQueueSchema } from '#jobs';
import { migrations } from '#migrations';
import { createRoles, migrate } from '#platform';
import { startEmbeddedDatabase } from '../../../apps/standalone/embedded-database.ts';
import { Browser } from '../../support/browser.ts';
import { startTestWeb, type TestWeb } from '../../support/test-web.ts';

/** The pages over a database of their own, and somebody who is signed in there. */
export interface Site {
  readonly web: TestWeb;
  readonly browser: Browser;
}

const PASSWORD = 'test-only';
const TEMPLATE = 'front_door_template';
export const READER = 'social-worker';

/** One PostgreSQL for all; each site starts on a clone of the migrated template, as in the tests. */
export async function startSites() {
  const folder = await mkdtemp(path.join(tmpdir(), 'front-door-worklist-'));
  const flags = [
    'shared_buffers=1GB',
    'max_wal_size=8GB',
    'fsync=off',
    'synchronous_commit=off',
    'maintenance_work_mem=512MB',
  ];
  const cluster = await startEmbeddedDatabase(
    folder,
    flags.flatMap((flag) => ['-c', flag]),
  );
  const local = (url: string) => ({ url, ssl: false as const });
  const owner = local(cluster.urlOf('front_door_owner', PASSWORD, TEMPLATE));
  await createRoles(local(cluster.adminUrl), TEMPLATE, { owner: PASSWORD, api: PASSWORD, engine: PASSWORD });
  await migrate(owner, migrations);
  await prepareQueueSchema(owner);
  process.env['TEST_ADMIN_URL'] = cluster.adminUrl;
  const webs: TestWeb[] = [];
  return {
    start: async (): Promise<Site> => {
      const web = await startTestWeb();
      webs.push(web);
      return { web, browser: new Browser() };
    },
    stop: async () => {
      for (const web of webs) await web.close();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
