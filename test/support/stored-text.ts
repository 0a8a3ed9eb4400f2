import type { TestDatabase } from './test-database.ts';

/**
 * Where any of the texts stands in the database, as `schema.table: text`: every column of every row of every table, as
 * text, in the hexadecimal of bytes, and in base64 wherever it begins.
 */
export async function sightingsOf(database: TestDatabase, texts: readonly string[]): Promise<string[]> {
  const tables = await database.query<{ name: string }>('admin', TABLES);
  const seen: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query<{ text: string }>('admin', `SELECT t::text AS text FROM ${name} t`);
    const dump = rows.map((row) => row.text).join('\n');
    seen.push(
      ...texts.filter((text) => formsOf(text).some((form) => dump.includes(form))).map((text) => `${name}: ${text}`),
    );
  }
  return seen;
}

function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    bytes.toString('hex'),
    ...[0, 1, 2].map((at) => base64From(bytes, at)),
  ];
}

/** What base64 shows of bytes that begin `at` bytes into a group of three: only the groups that are theirs alone. */
function base64From(bytes: Buffer, at: number): string {
  const whole = bytes.subarray((3 - at) % 3);
  return whole.subarray(0, whole.length - (whole.length % 3)).toString('base64');
}

const TABLES = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;
