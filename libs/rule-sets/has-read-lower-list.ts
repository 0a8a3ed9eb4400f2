import type { Actor } from '#domain';
import { sql, type Tx } from '#platform';
import type { RuleSetJob } from './rule-set-version.ts';

/** Whether somebody has opened all of a backtest's list of children who would go lower. */
export async function hasReadLowerList(tx: Tx, backtest: RuleSetJob | null, actor: Actor): Promise<boolean> {
  if (backtest === null) return false;
  const read = 'SELECT 1 AS opened FROM backtest_reading WHERE job_id = $1 AND person_id = $2';
  return (await sql<{ opened: number }>(tx, read, [backtest.id, actor.id])).length > 0;
}
