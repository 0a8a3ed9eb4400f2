import type { AgencyId, AuthorityId } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { Delivery, DeliveryId, DisabledReason, WebhookId } from '../webhook.ts';

/** An endpoint that one worker sends to for a while. The token proves it: a worker that woke up late has an old one. */
export interface Claim {
  readonly authorityId: AuthorityId;
  readonly endpointId: WebhookId;
  readonly token: string;
}

/** One message to send, with what its endpoint was when it was taken. */
export interface DueDelivery {
  readonly id: DeliveryId;
  readonly event: Delivery['event'];
  readonly happenedAt: Date;
  readonly caseReference: string | null;
  readonly referralReference: string | null;
  /** The attachment, enquiry or challenge that it is about. */
  readonly subjectId: string | null;
  /** This one counted. */
  readonly attempts: number;
  readonly agencyId: AgencyId;
  readonly url: string;
  /** Sealed, the newest first. */
  readonly secrets: readonly string[];
  /** Since when nothing arrives there; null after a success. */
  readonly failingSince: Date | null;
  readonly failures: number;
}

/** Endpoints with something due, the one left alone longest first: one that never answers takes no turn of another. */
export function claimEndpoints(tx: Tx, authorityId: string, limit: number, leaseMs: number): Promise<Claim[]> {
  return sql<Claim>(tx, CLAIM, [authorityId, limit, leaseMs]);
}

/**
 * Takes the next message of a claimed endpoint, counts the attempt and renews the lease; `null` when nothing is due, or
 * the endpoint is not this worker's to send to any more.
 */
export async function takeDue(tx: Tx, claim: Claim, leaseMs: number): Promise<DueDelivery | null> {
  const parameters = [claim.authorityId, claim.endpointId, claim.token];
  if ((await execute(tx, RENEW, [...parameters, leaseMs])) === 0) return null;
  const [taken] = await sql<{ id: string }>(tx, TAKE, [claim.authorityId, claim.endpointId]);
  if (taken === undefined) return null;
  const [due] = await sql<DueDelivery>(tx, DUE, [claim.authorityId, taken.id]);
  return due ?? null;
}

export async function releaseEndpoint(tx: Tx, { authorityId, endpointId, token }: Claim): Promise<void> {
  const text = `UPDATE webhook_endpoint SET claimed_until = NULL
    WHERE authority_id = $1 AND id = $2 AND claim_token = $3`;
  await execute(tx, text, [authorityId, endpointId, token]);
}

/**
 * Holds a claimed endpoint until the transaction ends; false when it is not this worker's any more. Comes before any
 * change of a delivery: an agency's change holds the endpoint first as well, so neither waits for the other for ever.
 */
export async function holdEndpoint(tx: Tx, { authorityId, endpointId, token }: Claim): Promise<boolean> {
  const text = `SELECT id FROM webhook_endpoint WHERE authority_id = $1 AND id = $2 AND claim_token = $3
    FOR NO KEY UPDATE`;
  return (await sql(tx, text, [authorityId, endpointId, token])).length === 1;
}

/** What became of an attempt. `outcome` null: to be tried again after the pause. */
export interface Settlement {
  readonly result: string;
  readonly outcome: Delivery['outcome'];
  readonly pauseMs: number;
}

/** False when somebody else settled it meanwhile: then nothing of this attempt counts. */
export async function settleDelivery(tx: Tx, claim: Claim, id: DeliveryId, settlement: Settlement): Promise<boolean> {
  const { result, outcome, pauseMs } = settlement;
  const held = [claim.authorityId, claim.endpointId, claim.token];
  return (await execute(tx, SETTLE, [...held, id, result, outcome, pauseMs])) === 1;
}

/** Gives a message back that this worker could not send for reasons of its own: the attempt does not count. */
export async function giveBack(tx: Tx, claim: Claim, id: DeliveryId, pauseMs: number): Promise<void> {
  const held = [claim.authorityId, claim.endpointId, claim.token];
  await execute(tx, GIVE_BACK, [...held, id, pauseMs]);
}

/** Notes how the endpoint does, so that one that fails rests, and in the end is disabled and nothing waits for it. */
export async function noteHealth(
  tx: Tx,
  claim: Claim,
  health: { readonly isWell: boolean; readonly restMs: number; readonly disable: DisabledReason | null },
): Promise<void> {
  const { isWell, restMs, disable } = health;
  await execute(tx, NOTE, [claim.authorityId, claim.endpointId, claim.token, isWell, restMs, disable]);
  if (disable !== null) await execute(tx, DROP_WAITING, [claim.authorityId, claim.endpointId]);
}

/** Lists are for looking at what happened lately; older rows are in nobody's way for long. */
export async function forgetOld(tx: Tx, authorityId: string, keepDays: number): Promise<void> {
  const text = `DELETE FROM webhook_delivery WHERE id IN (
    SELECT id FROM webhook_delivery
    WHERE authority_id = $1 AND finished_at < clock_timestamp() - make_interval(days => $2::integer)
    ORDER BY finished_at LIMIT 100 FOR UPDATE SKIP LOCKED)`;
  await execute(tx, text, [authorityId, keepDays]);
}

const IN_MS = (parameter: string) => `clock_timestamp() + make_interval(secs => ${parameter}::double precision / 1000)`;

/** The choice stands in a WITH: in a FROM it might be made again for every row, and claim more than the limit. */
const CLAIM = `WITH due AS MATERIALIZED (
    SELECT id FROM webhook_endpoint w
    WHERE authority_id = $1 AND removed_at IS NULL AND disabled_reason IS NULL AND resting_until <= clock_timestamp()
      AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
      AND EXISTS (SELECT 1 FROM webhook_delivery d
        WHERE d.endpoint_id = w.id AND d.finished_at IS NULL AND d.next_attempt_at <= clock_timestamp())
    ORDER BY last_attempt_at NULLS FIRST LIMIT $2 FOR UPDATE SKIP LOCKED)
  UPDATE webhook_endpoint e
  SET claim_token = nextval('webhook_claim_token'), claimed_until = ${IN_MS('$3')}
  FROM due WHERE e.id = due.id
  RETURNING e.authority_id AS "authorityId", e.id AS "endpointId", e.claim_token::text AS token`;

const RENEW = `UPDATE webhook_endpoint SET claimed_until = ${IN_MS('$4')}, last_attempt_at = clock_timestamp()
  WHERE authority_id = $1 AND id = $2 AND claim_token = $3
    AND removed_at IS NULL AND disabled_reason IS NULL AND resting_until <= clock_timestamp()`;

const TAKE = `UPDATE webhook_delivery SET attempts = attempts + 1, last_attempt_at = clock_timestamp()
  WHERE id = (
    SELECT id FROM webhook_delivery
    WHERE authority_id = $1 AND endpoint_id = $2 AND finished_at IS NULL AND next_attempt_at <= clock_timestamp()
    ORDER BY next_attempt_at, happened_at, id LIMIT 1)
  RETURNING id`;

const DUE = `SELECT d.id, d.event, d.happened_at AS "happenedAt", c.reference AS "caseReference",
    r.reference AS "referralReference", d.subject_id AS "subjectId", d.attempts, e.agency_id AS "agencyId", e.url,
    e.failing_since AS "failingSince", e.failures,
    array_remove(ARRAY[e.secret, CASE WHEN e.previous_until > clock_timestamp() THEN e.previous_secret END], NULL)
      AS secrets
  FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
  LEFT JOIN case_record c ON c.id = d.case_id LEFT JOIN referral r ON r.id = coalesce(d.referral_id, c.referral_id)
  WHERE d.authority_id = $1 AND d.id = $2`;

const SETTLE = `UPDATE webhook_delivery d SET last_result = $5, outcome = $6,
    finished_at = CASE WHEN $6::text IS NULL THEN NULL ELSE clock_timestamp() END, next_attempt_at = ${IN_MS('$7')}
  FROM webhook_endpoint e
  WHERE e.authority_id = $1 AND e.id = $2 AND e.claim_token = $3 AND d.endpoint_id = e.id AND d.id = $4
    AND d.finished_at IS NULL`;

const GIVE_BACK = `UPDATE webhook_delivery d SET attempts = d.attempts - 1, next_attempt_at = ${IN_MS('$5')}
  FROM webhook_endpoint e
  WHERE e.authority_id = $1 AND e.id = $2 AND e.claim_token = $3 AND d.endpoint_id = e.id AND d.id = $4
    AND d.finished_at IS NULL`;

const NOTE = `UPDATE webhook_endpoint SET
    failures = CASE WHEN $4::boolean THEN 0 ELSE failures + 1 END,
    failing_since = CASE WHEN $4::boolean THEN NULL ELSE coalesce(failing_since, clock_timestamp()) END,
    resting_until = ${IN_MS('$5')},
    disabled_reason = coalesce(disabled_reason, $6),
    changed_at = CASE WHEN $6::text IS NULL THEN changed_at ELSE clock_timestamp() END,
    version = CASE WHEN $6::text IS NULL THEN version ELSE version + 1 END
  WHERE authority_id = $1 AND id = $2 AND claim_token = $3`;

const DROP_WAITING = `UPDATE webhook_delivery SET outcome = 'dropped', finished_at = clock_timestamp()
  WHERE authority_id = $1 AND endpoint_id = $2 AND finished_at IS NULL`;
