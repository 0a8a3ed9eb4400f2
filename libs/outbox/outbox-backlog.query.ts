import type { Lane } from '#domain';
import { type Backlog, backlogOf, MOST_COUNTED, type Tx } from '#platform';

/** What waits in a lane, whoever's it is, and what of it nobody has taken yet. Engine only. */
export async function outboxBacklog(tx: Tx, lane: Lane): Promise<Backlog & { readonly untakenSeconds: number }> {
  const ready = await backlogOf(tx, READY, [lane]);
  const untaken = await backlogOf(tx, UNTAKEN, [lane]);
  return { ...ready, untakenSeconds: untaken.oldestSeconds };
}

const WAITING = `FROM outbox_message WHERE lane = $1 AND done_at IS NULL AND failed_at IS NULL
  AND available_at <= statement_timestamp()`;

const READY = `SELECT available_at AS since ${WAITING} ORDER BY available_at LIMIT ${String(MOST_COUNTED)}`;

/** The claimed ones are the oldest, and few. */
const UNTAKEN = `SELECT available_at AS since ${WAITING} AND claimed_until IS NULL AND attempts = 0
  ORDER BY available_at LIMIT 1`;
