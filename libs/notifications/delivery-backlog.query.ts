import { type Backlog, backlogOf, MOST_COUNTED, type Tx } from '#platform';

/** What others of an authority are still to be told. */
interface DeliveryBacklog {
  readonly webhooks: Backlog;
  /** E-mails and text messages, and what nobody has worked out yet who gets it. */
  readonly messages: Backlog;
}

export async function deliveryBacklog(tx: Tx, authorityId: string): Promise<DeliveryBacklog> {
  return {
    webhooks: await backlogOf(tx, WEBHOOKS, [authorityId]),
    messages: await backlogOf(tx, MESSAGES, [authorityId]),
  };
}

const LIMIT = `LIMIT ${String(MOST_COUNTED)}`;

/** By endpoint, as the index of what is not finished is. */
const WEBHOOKS = `SELECT d.happened_at AS since FROM webhook_endpoint AS e,
  LATERAL (SELECT happened_at FROM webhook_delivery
    WHERE endpoint_id = e.id AND finished_at IS NULL ORDER BY next_attempt_at ${LIMIT}) AS d
  WHERE e.authority_id = $1 AND e.removed_at IS NULL AND e.disabled_reason IS NULL ${LIMIT}`;

const MESSAGES = `(SELECT next_attempt_at AS since FROM message_delivery
    WHERE authority_id = $1 AND finished_at IS NULL AND next_attempt_at <= statement_timestamp()
    ORDER BY next_attempt_at ${LIMIT})
  UNION ALL (SELECT created_at FROM message
    WHERE authority_id = $1 AND expanded_at IS NULL ORDER BY created_at ${LIMIT})`;
