import type { MessageTemplate } from '#messages';
import { execute, sql, type Tx } from '#platform';
import type { ClaimedDelivery, RecipientKind, Settlement } from '../messages/delivery.ts';

/** A message of which nobody has worked out yet who gets it. */
export interface WaitingMessage {
  readonly id: string;
  readonly authorityId: string;
  readonly template: MessageTemplate;
  readonly toKind: 'sender' | 'agency' | 'person' | 'role' | 'emergency_duty_team';
  readonly toId: string | null;
  readonly toQueue: string | null;
  readonly referralId: string | null;
  readonly caseId: string | null;
  readonly urgent: boolean;
  readonly createdAt: Date;
  readonly causedBy: string | null;
}

/** One recipient of a message. `withheld`: it is known already that nothing is sent. */
export interface NewDelivery {
  readonly id: string;
  readonly recipient: RecipientKind;
  readonly personId: string | null;
  /** When the person's next digest is; null: at once. */
  readonly digestAt: Date | null;
  readonly withheld: string | null;
}

/** Holds them until the transaction ends; other workers take others. */
export function takeWaiting(tx: Tx, authorityId: string, limit: number): Promise<WaitingMessage[]> {
  return sql<WaitingMessage>(tx, WAITING, [authorityId, limit]);
}

export async function storeDeliveries(
  tx: Tx,
  deliveries: readonly { readonly message: WaitingMessage; readonly delivery: NewDelivery }[],
  now: Date,
): Promise<void> {
  const rows = deliveries.map(({ message: { id: messageId, ...message }, delivery }) => ({
    ...message,
    ...delivery,
    messageId,
  }));
  if (rows.length > 0) await execute(tx, STORE, [JSON.stringify(rows), now]);
}

export async function markExpanded(tx: Tx, messages: readonly WaitingMessage[], now: Date): Promise<void> {
  const ids = messages.map(({ id }) => id);
  await execute(tx, `UPDATE message SET expanded_at = $2 WHERE id = ANY ($1::uuid[])`, [ids, now]);
}

/** Those of these people to whom the case is open: all, unless it is restricted. */
export async function whoMayKnow(tx: Tx, caseId: string | null, people: readonly string[]): Promise<string[]> {
  if (caseId === null) return [...people];
  return (await sql<{ id: string }>(tx, MAY_KNOW, [caseId, people])).map(({ id }) => id);
}

export async function isRestricted(tx: Tx, caseId: string | null): Promise<boolean> {
  if (caseId === null) return false;
  return (await sql(tx, 'SELECT 1 FROM case_record WHERE id = $1 AND restricted', [caseId])).length > 0;
}

/** Takes deliveries that are due, urgent ones first. Of a person's digest one carries the others. */
export function claimDeliveries(
  tx: Tx,
  authorityId: string,
  asked: { readonly now: Date; readonly limit: number; readonly leaseMs: number },
): Promise<ClaimedDelivery[]> {
  return sql<ClaimedDelivery>(tx, CLAIM, [authorityId, asked.now, asked.limit, asked.leaseMs]);
}

/** Others of the same person's digest that are due with this one. */
export async function othersOfDigest(
  tx: Tx,
  due: ClaimedDelivery,
  now: Date,
): Promise<{ id: string; about: string }[]> {
  return sql(tx, OTHERS, [due.authorityId, due.personId, due.id, now]);
}

/** What became of an attempt. `others`: deliveries of the same digest that it told of as well. */
export interface Attempted {
  readonly due: ClaimedDelivery;
  readonly settlement: Settlement;
  readonly others: readonly string[];
}

/** Those of one authority that nobody else settled meanwhile and whose lease is this worker's: only they count. */
export async function settleMessages(tx: Tx, attempts: readonly Attempted[], now: Date): Promise<Attempted[]> {
  const rows = attempts.map(({ due: { id, token }, settlement }) => ({ id, token, ...settlement }));
  const settled = await sql<{ id: string }>(tx, SETTLE, [attempts[0]?.due.authorityId, JSON.stringify(rows), now]);
  const ids = new Set(settled.map(({ id }) => id));
  return attempts.filter(({ due }) => ids.has(due.id));
}

export async function markDigested(tx: Tx, due: ClaimedDelivery, ids: readonly string[], now: Date): Promise<void> {
  const text = `UPDATE message_delivery SET state = 'digested', digest_of = $2, sent_at = $4, finished_at = $4
    WHERE authority_id = $1 AND id = ANY ($3::uuid[]) AND finished_at IS NULL`;
  await execute(tx, text, [due.authorityId, due.id, ids, now]);
}

/** Gives a delivery back that this worker could not send for reasons of its own: the attempt does not count. */
export async function giveBack(tx: Tx, { authorityId, id, token }: ClaimedDelivery, at: Date): Promise<void> {
  const text = `UPDATE message_delivery SET claimed_until = NULL, next_attempt_at = $4,
      attempts = attempts - CASE WHEN state = 'sending' THEN 1 ELSE 0 END,
      state = CASE WHEN state = 'sending' THEN 'queued' ELSE state END
    WHERE authority_id = $1 AND id = $2 AND claim_token = $3 AND finished_at IS NULL`;
  await execute(tx, text, [authorityId, id, token, at]);
}

const WAITING = `SELECT id, authority_id AS "authorityId", template, to_kind AS "toKind", to_id AS "toId",
    to_queue AS "toQueue", referral_id AS "referralId", case_id AS "caseId", urgent, created_at AS "createdAt",
    caused_by AS "causedBy"
  FROM message WHERE authority_id = $1 AND expanded_at IS NULL
  ORDER BY urgent DESC, created_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

const STORE = `INSERT INTO message_delivery (id, authority_id, message_id, referral_id, case_id, recipient, person_id,
    urgent, digest, state, result, next_attempt_at, created_at, finished_at)
  SELECT id, "authorityId", "messageId", "referralId", "caseId", recipient, "personId", urgent, "digestAt" IS NOT NULL,
    CASE WHEN withheld IS NULL THEN 'queued' ELSE 'withheld' END, withheld, coalesce("digestAt", "createdAt"),
    "createdAt", CASE WHEN withheld IS NULL THEN NULL ELSE $2::timestamptz END
  FROM json_to_recordset($1::json) AS d (id uuid, "authorityId" text, "messageId" uuid, "referralId" uuid, "caseId" uuid,
    recipient text, "personId" text, urgent boolean, "digestAt" timestamptz, withheld text, "createdAt" timestamptz)
  ON CONFLICT DO NOTHING`;

const MAY_KNOW = `SELECT p.id FROM unnest($2::text[]) AS p (id) JOIN case_record c ON c.id = $1
  WHERE NOT c.restricted OR EXISTS (SELECT 1 FROM case_access a
    WHERE a.case_id = c.id AND a.person_id = p.id AND (a.expires_at IS NULL OR a.expires_at > now()))`;

/** The choice stands in a WITH: in a FROM it might be made again for every row, and claim more than the limit. */
const CLAIM = `WITH due AS MATERIALIZED (
    SELECT id FROM message_delivery d
    WHERE authority_id = $1 AND finished_at IS NULL AND next_attempt_at <= $2
      AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
      AND NOT (digest AND EXISTS (SELECT 1 FROM message_delivery o
        WHERE o.authority_id = d.authority_id AND o.person_id = d.person_id AND o.digest AND o.finished_at IS NULL
          AND o.next_attempt_at <= $2 AND (o.created_at, o.id) < (d.created_at, d.id)))
    ORDER BY urgent DESC, next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED)
  UPDATE message_delivery d SET claim_token = nextval('message_claim_token'),
    claimed_until = clock_timestamp() + make_interval(secs => $4::double precision / 1000),
    attempts = attempts + CASE WHEN state = 'sent' THEN 0 ELSE 1 END,
    state = CASE WHEN state = 'sent' THEN 'sent' ELSE 'sending' END
  FROM due, message m WHERE d.id = due.id AND m.id = d.message_id
  RETURNING d.id, d.authority_id AS "authorityId", d.claim_token::text AS token, d.message_id AS "messageId", m.template,
    d.recipient, d.person_id AS "personId", m.to_id AS "toId", m.to_queue AS "toQueue", d.referral_id AS "referralId",
    d.case_id AS "caseId", m.subject_id AS "subjectId", d.urgent, d.digest, d.state, d.provider,
    d.provider_reference AS "providerReference", d.kind, d.attempts, d.released_by IS NOT NULL AS "isReleased",
    d.created_at AS "createdAt"`;

const OTHERS = `SELECT d.id, coalesce(c.reference, r.reference) AS about FROM message_delivery d
  LEFT JOIN case_record c ON c.id = d.case_id LEFT JOIN referral r ON r.id = d.referral_id
  WHERE d.authority_id = $1 AND d.person_id = $2 AND d.id <> $3 AND d.digest AND d.finished_at IS NULL
    AND d.next_attempt_at <= $4 ORDER BY d.created_at, d.id`;

const SETTLE = `UPDATE message_delivery d SET state = s.state, result = s.result, kind = coalesce(s.kind, d.kind),
    provider = coalesce(s.provider, d.provider), provider_reference = s."providerReference", claimed_until = NULL,
    next_attempt_at = coalesce(s."nextAttemptAt", d.next_attempt_at),
    sent_at = CASE WHEN s.state IN ('sent', 'delivered') THEN coalesce(d.sent_at, $3) ELSE d.sent_at END,
    finished_at = CASE WHEN s."nextAttemptAt" IS NULL THEN $3::timestamptz END
  FROM json_to_recordset($2::json) AS s (id uuid, token bigint, state text, result text, kind text, provider text,
    "providerReference" text, "nextAttemptAt" timestamptz)
  WHERE d.authority_id = $1 AND d.id = s.id AND d.claim_token = s.token AND d.finished_at IS NULL
  RETURNING d.id`;
