import type { TestDatabase } from '../../support/test-database.ts';
import type { Finding } from './findings.ts';

/**
 * What a partner's system was told stands in a row, and what a row says was told, was. Told twice is in order. Deliveries
 * go on meanwhile: what was told before the rows are read must be in them, and what they say, told after.
 */
export async function checkSideEffects(
  database: TestDatabase,
  told: () => readonly string[],
): Promise<readonly Finding[]> {
  const before = new Set(told());
  const rows = await database.query<{ id: string; outcome: string | null }>('admin', DELIVERIES);
  const known = new Set(rows.map(({ id }) => id));
  const heard = new Set(told());
  const strange = [...before].filter((id) => !known.has(id)).map((id) => `told without a row: ${id}`);
  const unheard = rows.filter(({ id, outcome }) => outcome === 'delivered' && !heard.has(id));
  const said = unheard.map(({ id }) => `said to be told, and was not: ${id}`);
  return [...strange, ...said].map((what): Finding => ({ against: 'misled', what }));
}

const DELIVERIES = 'SELECT id::text, outcome FROM webhook_delivery';
