import { type Backlog, backlogOf, MOST_COUNTED, type Tx } from '#platform';

/** What of an authority's cases and files waits. */
interface IntakeBacklog {
  /** Open cases without a proposal. */
  readonly unproposed: Backlog;
  /** Those of them that the rules failed on. */
  readonly failed: Backlog;
  /** Open cases past a due time. */
  readonly overdue: Backlog;
  /** Files in quarantine. */
  readonly quarantined: Backlog;
}

/** Reads ends of indexes only, however many cases there are. */
export async function intakeBacklog(tx: Tx, authorityId: string): Promise<IntakeBacklog> {
  const ask = (rows: string): Promise<Backlog> => backlogOf(tx, rows, [authorityId]);
  return {
    unproposed: await ask(untriaged('triage_failure IS NULL')),
    failed: await ask(untriaged('triage_failure IS NOT NULL')),
    overdue: await ask(OVERDUE),
    quarantined: await ask(QUARANTINED),
  };
}

/** Untriaged cases have two ranks, children in their first 1001 days before others: the index holds each by its age. */
const untriaged = (which: string): string => `SELECT c.received_at AS since FROM (VALUES (0), (1)) AS of (rank),
  LATERAL (SELECT received_at, triage_failure FROM case_record
    WHERE authority_id = $1 AND open AND urgency IS NULL AND rank = of.rank
    ORDER BY received_at LIMIT ${String(MOST_COUNTED)}) AS c
  WHERE c.${which}`;

const OVERDUE = `SELECT next_due_at AS since FROM case_record
  WHERE authority_id = $1 AND open AND next_due_at <= statement_timestamp() ORDER BY next_due_at LIMIT ${String(MOST_COUNTED)}`;

const QUARANTINED = `SELECT received_at AS since FROM attachment
  WHERE authority_id = $1 AND state = 'quarantined' LIMIT ${String(MOST_COUNTED)}`;
