/**
 * One PostgreSQL of our own for the whole run, with one migrated template database that each test file clones. Uses the
 * built code: `npm test` builds first.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PASSWORD = 'test-only';
const TEMPLATE = 'front_door_template';

export default async function setUp() {
  if (globalThis.frontDoorCluster !== undefined) return;
  const { startEmbeddedDatabase } = await import('../../dist/apps/standalone/embedded-database.js');
  const { createRoles, migrate } = await import('../../dist/libs/platform/index.js');
  const { prepareQueueSchema } = await import('../../dist/libs/jobs/index.js');
  const { migrations } = await import('../../dist/migrations/index.js');
  const folder = await mkdtemp(path.join(tmpdir(), 'front-door-test-'));
  // Tests do not survive a power cut anyway, and they make many databases.
  const database = await startEmbeddedDatabase(folder, ['-c', 'fsync=off', '-c', 'max_connections=300']);
  const local = (url) => ({ url, ssl: false });
  const owner = local(database.urlOf('front_door_owner', PASSWORD, TEMPLATE));
  await createRoles(local(database.adminUrl), TEMPLATE, { owner: PASSWORD, api: PASSWORD, engine: PASSWORD });
  await migrate(owner, migrations);
  await prepareQueueSchema(owner);
  process.env.TEST_ADMIN_URL = database.adminUrl;
  globalThis.frontDoorCluster = {
    stop: async () => {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
