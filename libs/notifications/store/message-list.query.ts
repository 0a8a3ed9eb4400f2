import type { MessageTemplate } from '#messages';
import { execute, sql, type Tx } from '#platform';
import type { ChannelKind, ContactWay, DeliveryState, RecipientKind } from '../messages/delivery.ts';

/** What became of one message to one recipient. Never the address. */
export interface CaseMessage {
  readonly id: string;
  readonly template: MessageTemplate;
  readonly recipient: RecipientKind;
  /** Agency or role that it is addressed to; null for a person, whose name is nobody's business here. */
  readonly to: string | null;
  readonly kind: ChannelKind | null;
  readonly state: DeliveryState;
  readonly result: string | null;
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
  /** Null once nothing more is tried. */
  readonly nextAttemptAt: Date | null;
  readonly contactedAt: Date | null;
  readonly contactedHow: ContactWay | null;
}

interface OfCase {
  readonly id: string;
  readonly authorityId: string;
  readonly referralId: string;
}

/** Messages about a case and about the referral that it came with, newest first. */
export function messagesOfCase(tx: Tx, found: OfCase): Promise<CaseMessage[]> {
  return sql<CaseMessage>(tx, `${LIST} ORDER BY d.created_at DESC, d.id LIMIT 200`, keysOf(found));
}

/** One of them, held until the transaction ends. */
export async function messageOfCase(tx: Tx, found: OfCase, id: string): Promise<CaseMessage | null> {
  const [row] = await sql<CaseMessage>(tx, `${LIST} AND d.id = $4 FOR NO KEY UPDATE OF d`, [...keysOf(found), id]);
  return row ?? null;
}

export async function releaseDelivery(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  const text = `UPDATE message_delivery SET state = 'queued', result = NULL, finished_at = NULL, next_attempt_at = $3,
    released_by = $2 WHERE id = $1`;
  await execute(tx, text, [id, by, at]);
}

export async function noteContact(
  tx: Tx,
  id: string,
  contact: { readonly by: string; readonly how: ContactWay; readonly at: Date },
): Promise<void> {
  const text = `UPDATE message_delivery SET contacted_by = $2, contacted_how = $3, contacted_at = $4 WHERE id = $1`;
  await execute(tx, text, [id, contact.by, contact.how, contact.at]);
}

/** A provider has news of a delivery: whoever asks next asks at once. */
export async function askAtOnce(tx: Tx, authorityId: string, id: string, at: Date): Promise<boolean> {
  const text = `UPDATE message_delivery SET next_attempt_at = $3
    WHERE authority_id = $1 AND id = $2 AND state = 'sent' AND finished_at IS NULL`;
  return (await execute(tx, text, [authorityId, id, at])) === 1;
}

function keysOf({ id, authorityId, referralId }: OfCase): string[] {
  return [authorityId, id, referralId];
}

const LIST = `SELECT d.id, m.template, d.recipient, CASE WHEN m.to_kind IN ('agency', 'role') THEN m.to_id END AS "to",
    d.kind, d.state, d.result, d.attempts, d.created_at AS "queuedAt", d.sent_at AS "sentAt",
    CASE WHEN d.finished_at IS NULL THEN d.next_attempt_at END AS "nextAttemptAt", d.contacted_at AS "contactedAt",
    d.contacted_how AS "contactedHow"
  FROM message_delivery d JOIN message m ON m.id = d.message_id
  WHERE d.authority_id = $1 AND (d.case_id = $2 OR (d.case_id IS NULL AND d.referral_id = $3))`;
