import { randomBytes } from 'node:crypto';
import pg from 'pg';

const PASSWORD = 'test-only';
const TEMPLATE = 'front_door_template';

export interface TestDatabase {
  readonly apiUrl: string;
  readonly engineUrl: string;
  readonly ownerUrl: string;
  /** Whom row-level security does not hold: the server's administrator. */
  readonly adminUrl: string;
  /** Runs SQL on a connection of its own: as a role of the service, for the demonstration's authority, or unbound. */
  query<Row extends object>(
    role: 'admin' | 'owner' | 'api' | 'engine',
    text: string,
    values?: unknown[],
  ): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of its own for one test file, cloned from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env['TEST_ADMIN_URL'];
  if (adminUrl === undefined) throw new Error('The global set-up did not run.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER front_door_owner`);
  const urlOf = (role: string): string => {
    const url = new URL(adminUrl);
    url.username = `front_door_${role}`;
    url.password = PASSWORD;
    url.pathname = `/${name}`;
    return url.href;
  };
  const administrator = new URL(adminUrl);
  administrator.pathname = `/${name}`;
  return {
    apiUrl: urlOf('api'),
    engineUrl: urlOf('engine'),
    ownerUrl: urlOf('owner'),
    adminUrl: administrator.href,
    query: async <Row extends object>(role: string, text: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: role === 'admin' ? administrator.href : urlOf(role) });
      await client.connect();
      try {
        if (role !== 'admin') await client.query(`SET front_door.authority = 'larkshire'`);
        const result = await client.query<Row>(text, values);
        return result.rows;
      } finally {
        await client.end();
      }
    },
    drop: () => asAdmin(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function asAdmin(adminUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
