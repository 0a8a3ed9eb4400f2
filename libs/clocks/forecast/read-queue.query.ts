import { sql, type Tx } from '#platform';
import type { WaitingCase } from './forecast-day.ts';

/** More than any front door has open: beyond, the forecast would be "too many" anyway. */
const MOST_CASES = 20_000;

/** Open cases that whoever asks may see, in the order of the worklist. */
export function findWaitingCases(tx: Tx, authorityId: string, now: Date): Promise<WaitingCase[]> {
  return sql<WaitingCase>(tx, WAITING, [authorityId, now, MOST_CASES]);
}

/** Cases for which the next steps were decided in a time. */
export async function countDecided(tx: Tx, authorityId: string, from: Date, until: Date): Promise<number> {
  const [row] = await sql<{ decided: number }>(tx, DECIDED, [authorityId, from, until]);
  return row?.decided ?? 0;
}

const WAITING = `SELECT queue, next_due_at AS "dueAt" FROM case_record WHERE authority_id = $1 AND open
  ORDER BY NOT handover_waiting, coalesce(next_due_at <= $2, false) DESC, rank, received_at, id LIMIT $3`;

const DECIDED = `SELECT count(*)::int AS decided FROM case_clock
  WHERE authority_id = $1 AND kind = 'decide_next_steps' AND stopped_at > $2 AND stopped_at <= $3`;
