import { randomUUID } from 'node:crypto';
import { execute, sql, type Tx } from '#platform';
import type { Delivery, Webhook } from '../webhook.ts';

/** How many an agency is shown. */
const MOST_SHOWN = 50;

/** What an endpoint was told or is to be told, newest first. */
export function recentDeliveries(tx: Tx, { authorityId, id }: Webhook): Promise<Delivery[]> {
  return sql<Delivery>(tx, `${DELIVERIES} ORDER BY d.happened_at DESC, d.id LIMIT ${String(MOST_SHOWN)}`, [
    authorityId,
    id,
  ]);
}

/** The test message that waits for an endpoint: a new one, or the one that waits already. */
export async function waitingTest(tx: Tx, { authorityId, id }: Webhook): Promise<Delivery> {
  await execute(tx, ADD_TEST, [randomUUID(), authorityId, id]);
  const [waiting] = await sql<Delivery>(tx, `${DELIVERIES} AND d.event = 'webhook.test' AND d.outcome IS NULL`, [
    authorityId,
    id,
  ]);
  if (waiting === undefined) throw new Error('A test that was asked for waits.');
  return waiting;
}

const ADD_TEST = `INSERT INTO webhook_delivery (id, authority_id, endpoint_id, event, happened_at)
  VALUES ($1, $2, $3, 'webhook.test', now())
  ON CONFLICT (endpoint_id) WHERE event = 'webhook.test' AND finished_at IS NULL DO NOTHING`;

const DELIVERIES = `SELECT d.id, d.event, c.reference AS "caseReference", d.happened_at AS "happenedAt", d.attempts,
    d.last_attempt_at AS "lastAttemptAt", d.last_result AS "lastResult", d.outcome,
    CASE WHEN d.outcome IS NULL THEN d.next_attempt_at END AS "nextAttemptAt"
  FROM webhook_delivery d LEFT JOIN case_record c ON c.id = d.case_id
  WHERE d.authority_id = $1 AND d.endpoint_id = $2`;
