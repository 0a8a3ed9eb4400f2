import pg from 'pg';
import type { TestDatabase } from './test-database.ts';

export const OWN = 'larkshire';
export const FOREIGN = 'elsewhere';
const OWN_ROWS = 2;
const FOREIGN_ROWS = 3;

/** Every table whose rows belong to an authority. */
export async function tablesOfAuthorities(database: TestDatabase): Promise<string[]> {
  const rows = await database.query<{ name: string }>('admin', TABLES);
  return rows.map((row) => row.name);
}

/**
 * Fills every table with rows of two authorities, made up from the types of its columns: with keys and checks out of the
 * way, since it is only about whom PostgreSQL shows them. A table that comes later is filled with the others.
 */
export async function fillTables(database: TestDatabase, tables: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const { statement } of (await client.query<{ statement: string }>(DROP_CHECKS)).rows)
      await client.query(statement);
    for (const table of tables) {
      const columns = (await client.query<{ name: string; value: string }>(COLUMNS, [table])).rows;
      const names = columns.map(({ name }) => name).join(', ');
      const values = columns.map(({ value }) => value).join(', ');
      for (const [authority, count] of [
        [OWN, OWN_ROWS],
        [FOREIGN, FOREIGN_ROWS],
      ] as const) {
        const given = ['authority', ...(values === '' ? [] : [values])].join(', ');
        const into = ['authority_id', ...(names === '' ? [] : [names])].join(', ');
        await client.query(
          `INSERT INTO ${table} (${into}) SELECT ${given} FROM generate_series(1, ${String(count)}) n,
             (SELECT '${authority}'::text AS authority) whose`,
        );
      }
    }
  } finally {
    await client.end();
  }
}

const TABLES = `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'authority_id' AND NOT a.attisdropped
  ORDER BY 1`;

const DROP_CHECKS = `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS statement
  FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND conrelid <> 0`;

/** A value for every column that needs one. Ids are the same in the n-th row of every table: records hang together. */
const COLUMNS = `SELECT quote_ident(column_name) AS name, CASE
    WHEN data_type = 'uuid' THEN 'md5(authority || n)::uuid'
    WHEN data_type IN ('smallint', 'integer', 'bigint') THEN '(random() * 30000)::int'
    WHEN data_type = 'real' THEN '0.5'
    WHEN data_type = 'boolean' THEN 'false'
    WHEN data_type = 'date' THEN 'current_date'
    WHEN data_type LIKE 'timestamp%' THEN 'now()'
    WHEN data_type = 'jsonb' THEN '''{}''::jsonb'
    WHEN data_type = 'ARRAY' THEN '''{}'''
    WHEN data_type = 'bytea' THEN 'sha256(random()::text::bytea)'
    WHEN data_type = 'xid8' THEN 'pg_current_xact_id()'
    WHEN data_type = 'inet' THEN '''192.0.2.1''::inet'
    ELSE 'md5(random()::text)' END AS value
  FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'authority_id' AND is_generated = 'NEVER'
    AND is_identity = 'NO' AND is_nullable = 'NO'
  ORDER BY ordinal_position`;
