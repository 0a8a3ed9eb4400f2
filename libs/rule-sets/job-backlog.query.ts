import { type Backlog, backlogOf, MOST_COUNTED, type Tx } from '#platform';

/** Verifications and backtests that are not done, whoever asked for them. Engine only. */
export function jobBacklog(tx: Tx): Promise<Backlog> {
  return backlogOf(tx, WAITING);
}

const WAITING = `SELECT requested_at AS since FROM rule_set_job
  WHERE state IN ('queued', 'running') ORDER BY requested_at LIMIT ${String(MOST_COUNTED)}`;
