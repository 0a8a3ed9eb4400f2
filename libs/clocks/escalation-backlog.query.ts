import { type Backlog, backlogOf, MOST_COUNTED, type Tx } from '#platform';

/** Clocks of an authority whose next step is due and not taken. */
export function escalationBacklog(tx: Tx, authorityId: string): Promise<Backlog> {
  return backlogOf(tx, DUE, [authorityId]);
}

const DUE = `SELECT next_escalation_at AS since FROM case_clock
  WHERE authority_id = $1 AND stopped_at IS NULL AND paused_at IS NULL AND next_escalation_at <= statement_timestamp()
  ORDER BY next_escalation_at LIMIT ${String(MOST_COUNTED)}`;
