import pg from 'pg';
import type { TestDatabase } from './test-database.ts';

export type DatabaseRole = 'owner' | 'api' | 'engine';

/** What became of one attempt: `refused` holds the SQLSTATE, or null when the database let it happen. */
interface Attempt {
  readonly refused: string | null;
  readonly rows: number;
}

/** Columns and the SQL expressions that fill them. */
export type RowOf = Readonly<Record<string, string>>;

export function insertInto(table: string, row: RowOf): string {
  return `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
}

/**
 * Runs statements one after the other as the role and rolls them back, so that attempts do not disturb each other.
 * Reports the first refusal, or the number of rows that the last statement touched.
 */
export async function attempt(database: TestDatabase, role: DatabaseRole, ...statements: string[]): Promise<Attempt> {
  const url = { owner: database.ownerUrl, api: database.apiUrl, engine: database.engineUrl }[role];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query("SET LOCAL front_door.authority = 'larkshire'");
    let rows = 0;
    for (const statement of statements) rows = (await client.query(statement)).rowCount ?? 0;
    return { refused: null, rows };
  } catch (error: unknown) {
    if (error instanceof pg.DatabaseError) return { refused: error.code ?? 'without a code', rows: 0 };
    throw error;
  } finally {
    await client.end();
  }
}
