import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDataSource, CrashPoints, Database } from '#platform';
import { forgetfulQueries, HAND_WRITTEN } from '../support/row-security-queries.ts';
import { fillTables, FOREIGN, OWN, tablesOfAuthorities } from '../support/row-security-rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** Tables whose rows belong to no authority, and why that is right. */
const SHARED: Readonly<Record<string, string>> = {
  schema_migration: 'Which migrations ran.',
  rule_set_content: 'Rule sets by their content; no personal data.',
  rate_limit: 'Requests counted, by keys that do not lead back to anybody.',
  audit_key: 'Public keys that signed here.',
  sign_in_attempt: 'Nobody is known yet: shown to the browser that holds its secret, by a policy of its own.',
  held_form: 'Of a person who is not signed in any more: shown to the browser that holds its secret, as above.',
  fact_layout: 'How facts lie in bytes, by catalogue; no personal data.',
};
/** What the engine sees of every authority, to find waiting work: ids and codes. */
const ENGINE_SEES_ALL = ['outbox_message', 'rule_set_job'];
const NO_RIGHT = '42501';

type Role = 'api' | 'engine';
const ROLES: readonly Role[] = ['api', 'engine'];

describe('row-level security', () => {
  let database: TestDatabase;
  let tables: string[];
  const clients = new Map<Role, pg.Client>();

  beforeAll(async () => {
    database = await createTestDatabase();
    tables = await tablesOfAuthorities(database);
    await fillTables(database, tables);
    for (const role of ROLES) {
      const client = new pg.Client({ connectionString: role === 'api' ? database.apiUrl : database.engineUrl });
      await client.connect();
      clients.set(role, client);
    }
  }, 60_000);

  afterAll(async () => {
    for (const client of clients.values()) await client.end();
    await database.drop();
  });

  /** What a statement shows the role, or null where it has no right to ask at all. Nothing it does lasts. */
  async function seen(role: Role, authority: string | null, text: string): Promise<string[] | null> {
    const client = clients.get(role);
    if (client === undefined) throw new Error('Connected before.');
    await client.query('BEGIN');
    try {
      if (authority !== null) await client.query(`SELECT set_config('front_door.authority', $1, true)`, [authority]);
      const { rows } = await client.query<{ authority_id: string }>(text);
      return rows.map((row) => row.authority_id);
    } catch (error: unknown) {
      if ((error as { code?: unknown }).code === NO_RIGHT) return null;
      throw error;
    } finally {
      await client.query('ROLLBACK');
    }
  }

  const isOpen = (role: Role, text: string): boolean =>
    role === 'engine' && ENGINE_SEES_ALL.some((table) => text.includes(table));

  it('holds every table of authorities, its owner too', async () => {
    const held = await database.query<{ name: string }>(
      'admin',
      `SELECT relname AS name FROM pg_class c WHERE relrowsecurity AND relforcerowsecurity AND EXISTS (
         SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
           AND pg_get_expr(p.polqual, p.polrelid) = '(authority_id = current_setting(''front_door.authority''::text, true))')
       ORDER BY 1`,
    );
    const others = await database.query<{ name: string }>(
      'admin',
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
         AND NOT (relname = ANY ($1)) ORDER BY 1`,
      [tables],
    );

    expect(held.map(({ name }) => name)).toEqual(tables);
    expect(others.map(({ name }) => name)).toEqual(Object.keys(SHARED).sort());
  });

  it('binds the service’s roles, which own nothing and cannot step past it', async () => {
    const roles = await database.query(
      'admin',
      `SELECT r.rolname FROM pg_roles r WHERE r.rolname IN ('front_door_api', 'front_door_engine', 'front_door_owner')
         AND (r.rolsuper OR r.rolbypassrls OR (r.rolname <> 'front_door_owner' AND EXISTS (
           SELECT 1 FROM pg_class c WHERE c.relowner = r.oid AND c.relnamespace = 'public'::regnamespace)))`,
    );
    const views = await database.query(
      'admin',
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')`,
    );

    expect(roles).toEqual([]);
    expect(views).toEqual([]);
  });

  it('lets no function act for its owner with a search path that others could bend', async () => {
    const loose = await database.query(
      'admin',
      `SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
         AND NOT coalesce(array_to_string(proconfig, ',') LIKE '%search_path=pg_catalog%', false)`,
    );

    expect(loose).toEqual([]);
  });

  it('shows no foreign row to any query that forgot its authority', async () => {
    let walked = 0;
    const leaks: string[] = [];
    const blind: string[] = [];
    for (const role of ROLES) {
      for (const text of [...tables.flatMap(forgetfulQueries), ...HAND_WRITTEN]) {
        if (isOpen(role, text)) continue;
        const rows = await seen(role, OWN, text);
        if (rows === null) continue;
        walked += 1;
        if (rows.some((authority) => authority !== OWN)) leaks.push(`${role}: ${text}`);
        // The same query for the other authority shows that there is something to hide.
        const others = await seen(role, FOREIGN, text);
        if (others?.length === 0 && rows.length > 0) blind.push(`${role}: ${text}`);
      }
    }
    process.stdout.write(`Row-level security: ${String(walked)} queries walked, ${String(leaks.length)} leaks.\n`);

    expect(leaks).toEqual([]);
    expect(blind).toEqual([]);
    expect(walked).toBeGreaterThan(300);
  }, 60_000);

  it('shows nothing at all to a transaction for nobody', async () => {
    for (const role of ROLES) {
      for (const table of tables) {
        const text = `SELECT authority_id FROM ${table}`;
        if (!isOpen(role, text)) expect((await seen(role, null, text)) ?? []).toEqual([]);
      }
    }
  });

  it('changes no foreign row', async () => {
    const columns = await database.query<{ grantee: string; table: string; column: string }>(
      'admin',
      `SELECT grantee, table_name AS table, quote_ident(column_name) AS column FROM information_schema.column_privileges
       WHERE table_schema = 'public' AND privilege_type = 'UPDATE' AND grantee IN ('front_door_api', 'front_door_engine')
         AND table_name = ANY ($1)`,
      [tables],
    );
    let touched = 0;
    for (const { grantee, table, column } of columns) {
      const role: Role = grantee === 'front_door_api' ? 'api' : 'engine';
      if (isOpen(role, table)) continue;
      const text = `UPDATE ${table} SET ${column} = ${column} RETURNING 'touched' AS authority_id`;
      const own = await seen(role, OWN, text).catch(() => []);
      const foreign = await seen(role, FOREIGN, text).catch(() => []);
      // Two rows of its own, three of the other authority: each transaction touches those of one.
      expect([0, 2]).toContain(own?.length ?? 0);
      expect([0, 3]).toContain(foreign?.length ?? 0);
      touched += own?.length ?? 0;
    }
    expect(touched).toBeGreaterThan(50);
  });

  it('takes no row for another authority', async () => {
    const inserting = await database.query<{ grantee: string; table: string }>(
      'admin',
      `SELECT grantee, table_name AS table FROM information_schema.column_privileges
       WHERE table_schema = 'public' AND privilege_type = 'INSERT' AND column_name = 'authority_id'
         AND grantee IN ('front_door_api', 'front_door_engine') AND table_name = ANY ($1)`,
      [tables],
    );
    expect(inserting.length).toBeGreaterThan(20);
    for (const { grantee, table } of inserting) {
      const role: Role = grantee === 'front_door_api' ? 'api' : 'engine';
      if (isOpen(role, table)) continue;
      const client = clients.get(role);
      await client?.query('BEGIN');
      await client?.query(`SET LOCAL front_door.authority = '${OWN}'`);
      const intruding = client?.query(`INSERT INTO ${table} (authority_id) VALUES ('${FOREIGN}')`);
      await expect(intruding).rejects.toThrow(/row-level security|nothing is added to a list/);
      await client?.query('ROLLBACK');
    }
  });

  it('leaves nothing of one transaction’s authority to the next on the same connection', async () => {
    const address = { url: database.apiUrl, ssl: false } as const;
    const dataSource = createDataSource({ address, pool: 1, applicationName: 'front-door-bleed' });
    const pool = new Database(await dataSource.initialize(), new CrashPoints(undefined, 0));
    const count = 'SELECT count(*)::int AS rows FROM referral';
    const scope = { authorityId: FOREIGN };

    expect(await pool.inTransaction(scope, (tx) => tx.query(count))).toEqual([{ rows: 3 }]);
    expect(await pool.acrossAuthorities((tx) => tx.query(count))).toEqual([{ rows: 0 }]);
    await pool.inTransaction(scope, () => Promise.reject(new Error('as it happens'))).catch(() => undefined);
    expect(await pool.acrossAuthorities((tx) => tx.query(count))).toEqual([{ rows: 0 }]);
    expect(await pool.inTransaction({ authorityId: OWN }, (tx) => tx.query(count))).toEqual([{ rows: 2 }]);
    await pool.onApplicationShutdown();
  });

  it('tells nobody through a foreign key that a record of another authority exists', async () => {
    const [foreign] = await database.query<{ id: string }>(
      'admin',
      `SELECT id FROM case_record WHERE authority_id = '${FOREIGN}'`,
    );
    const naming = (id: string) =>
      seen(
        'api',
        OWN,
        `INSERT INTO case_match_key (case_id, authority_id, kind, key) VALUES ('${id}', '${OWN}', 'child', 'x')
         RETURNING authority_id`,
      ).then(
        () => 'taken',
        (error: unknown) => (error as { code?: unknown }).code,
      );

    expect(await naming(foreign?.id ?? '')).toBe('23503');
    expect(await naming('00000000-0000-4000-8000-000000000000')).toBe('23503');
  });
});
