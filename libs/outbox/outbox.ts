import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Lane } from '#domain';
import { correlationId, execute, sql, type Tx } from '#platform';
import { type ClaimedMessage, type NewMessage, StaleClaimError } from './outbox-message.ts';
import { wakeWorkers } from './wake-workers.ts';
/** After so many tries a person has to look (measurements.md, F17). */
export const MAX_ATTEMPTS = 5;

/**
 * A worker that freezes inside a transaction holds its rows, and the case with them, for no longer than this: less than
 * a claim lasts, so that another worker is never kept waiting by it.
 */
const FROZEN_AFTER_MS = 3_000;

/**
 * Messages stored in the transaction of the change they announce. Claimed by state with SKIP LOCKED, never by a
 * cursor: a cursor lost 1 to 6 % of referrals under plain load (measurements.md 1.2).
 */
@Injectable()
export class Outbox {
  /** Stores messages, and has PostgreSQL wake the relay when the transaction commits. */
  async append(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
    for (const message of messages) {
      await execute(tx, INSERT, [
        randomUUID(),
        message.authorityId,
        message.topic,
        message.lane,
        message.caseId,
        message.inputVersion,
        correlationId(),
        message.afterMs ?? 0,
        message.reason ?? null,
      ]);
    }
    for (const lane of new Set(messages.map((message) => message.lane))) await wakeWorkers(tx, lane);
  }

  /**
   * Takes up to `limit` new messages of a lane for `leaseMs`; or one alone that was tried before, or whose worker died or
   * froze with it. Only a try made alone is counted: a message that kills its worker takes no neighbours with it.
   */
  claim(tx: Tx, lane: Lane, limit: number, leaseMs: number): Promise<ClaimedMessage[]> {
    return sql<ClaimedMessage>(tx, CLAIM, [lane, limit, leaseMs]);
  }

  /**
   * Marks a claimed message done. Comes first in the transaction that writes the work's result.
   * @throws StaleClaimError when the claim is no longer this worker's: the transaction must roll back.
   */
  async complete(tx: Tx, message: ClaimedMessage): Promise<void> {
    await this.settle(tx, message, 'done_at = clock_timestamp()');
  }

  /** Gives messages back for a reason that is not theirs, as if they had not been claimed; those lost meanwhile stay. */
  async release(tx: Tx, messages: readonly ClaimedMessage[], pauseMs = 0): Promise<void> {
    const ids = messages.map((message) => message.id);
    const tokens = messages.map((message) => message.claimToken);
    await execute(tx, RELEASE, [ids, tokens, messages.map((message) => message.attempts - 1), pauseMs]);
  }

  /** Gives a message back after a fault, to be tried again after a growing pause. */
  async postpone(tx: Tx, message: ClaimedMessage, code: string): Promise<void> {
    const pause = 'available_at = clock_timestamp() + make_interval(secs => power(2, $4::integer - 1) * 0.25)';
    const change = `claimed_until = NULL, ${pause}, attempts = $4::integer, last_error = $3`;
    await this.settle(tx, message, change, [code, String(message.attempts)]);
  }

  /** Gives up on a message for good; the caller records in the same transaction why a person must look. */
  async abandon(tx: Tx, message: ClaimedMessage, code: string): Promise<void> {
    await this.settle(tx, message, 'failed_at = clock_timestamp(), last_error = $3', [code]);
  }

  private async settle(tx: Tx, message: ClaimedMessage, change: string, more: readonly string[] = []): Promise<void> {
    const text = `UPDATE outbox_message SET ${change}
      WHERE id = $1 AND claim_token = $2 AND done_at IS NULL AND failed_at IS NULL RETURNING ${LOSE_WHEN_FROZEN}`;
    const touched = await execute(tx, text, [message.id, message.claimToken, ...more]);
    if (touched === 0) throw new StaleClaimError('Another worker holds this message now.');
  }
}

const WAITING = `done_at IS NULL AND failed_at IS NULL AND available_at <= clock_timestamp()
  AND (claimed_until IS NULL OR claimed_until < clock_timestamp())`;

const INSERT = `INSERT INTO outbox_message
  (id, authority_id, topic, lane, case_id, input_version, correlation_id, available_at, reason)
  VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(secs => $8::double precision / 1000), $9)`;

const LOSE_WHEN_FROZEN = `set_config('idle_in_transaction_session_timeout', '${String(FROZEN_AFTER_MS)}', true)`;

const CLAIM = `WITH token AS MATERIALIZED (SELECT nextval('outbox_claim_token') AS value, ${LOSE_WHEN_FROZEN}),
  again AS (
    SELECT id, 1 AS counted FROM outbox_message
    WHERE lane = $1 AND (attempts > 0 OR claimed_until IS NOT NULL) AND ${WAITING}
    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED),
  fresh AS (
    SELECT id, 0 AS counted FROM outbox_message
    WHERE lane = $1 AND attempts = 0 AND claimed_until IS NULL AND ${WAITING} AND NOT EXISTS (SELECT 1 FROM again)
    ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED),
  waiting AS (SELECT * FROM again UNION ALL SELECT * FROM fresh)
  UPDATE outbox_message m SET claim_token = token.value, attempts = m.attempts + waiting.counted,
    claimed_until = clock_timestamp() + make_interval(secs => $3::double precision / 1000)
  FROM waiting, token WHERE m.id = waiting.id
  RETURNING m.id, m.topic, m.authority_id AS "authorityId", m.case_id AS "caseId", m.input_version AS "inputVersion",
    m.lane, greatest(m.attempts, 1) AS attempts, m.claim_token::text AS "claimToken",
    m.correlation_id AS "correlationId", m.reason`;

const RELEASE = `UPDATE outbox_message m SET claimed_until = NULL, attempts = held.attempts,
    available_at = clock_timestamp() + make_interval(secs => $4::double precision / 1000)
  FROM unnest($1::uuid[], $2::bigint[], $3::integer[]) AS held (id, claim_token, attempts)
  WHERE m.id = held.id AND m.claim_token = held.claim_token AND m.done_at IS NULL AND m.failed_at IS NULL`;
