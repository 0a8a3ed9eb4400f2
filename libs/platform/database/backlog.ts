import type { Tx } from './database.ts';
import { sql } from './sql.ts';

/** Counting ends here: more is as bad, and costs more to count. */
export const MOST_COUNTED = 10_000;

/** Work that waits, for those who watch over the service. */
export interface Backlog {
  /** At most `MOST_COUNTED`. */
  readonly waiting: number;
  /** For how long the oldest has waited; 0 when nothing waits. */
  readonly oldestSeconds: number;
}

/**
 * Of `rows`, a statement with a column `since` that gives the oldest among its first rows and stops soon enough itself. What is
 * due is asked for with statement_timestamp(): no index helps with clock_timestamp().
 */
export async function backlogOf(tx: Tx, rows: string, parameters: readonly unknown[] = []): Promise<Backlog> {
  const text = `SELECT least(count(*), ${MOST_COUNTED})::integer AS waiting,
      greatest(0, coalesce(extract(epoch FROM clock_timestamp() - min(since)), 0))::float8 AS "oldestSeconds"
    FROM (${rows}) AS found`;
  const [backlog] = await sql<Backlog>(tx, text, parameters);
  return backlog ?? { waiting: 0, oldestSeconds: 0 };
}
