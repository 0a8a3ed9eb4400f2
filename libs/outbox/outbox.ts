import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Lane } from '#domain';
import { correlationId, execute, sql, traceParent, type Tx } from '#platform';
import { type ClaimedMessage, type NewMessage, StaleClaimError, TOPICS } from './outbox-message.ts';
import { wakeWorkers } from './wake-workers.ts';

/** After so many tries a person has to look (measurements.md, F17). */
export const MAX_ATTEMPTS = 5;

/**
 * A worker that freezes inside a transaction holds its rows, and the case with them, for no longer than this. While it
 * holds them nobody else takes them, whether its claim has lapsed or not: a claim need only last until work begins.
 */
const FROZEN_AFTER_MS = 3_000;

/** Of a batch whose worker died with it, so many are tried together once: nearly always none of them was the reason. */
export const LAPSED_TOGETHER = 8;

/**
 * Messages stored in the transaction of the change they announce. Claimed by state with SKIP LOCKED, never by a
 * cursor: a cursor lost 1 to 6 % of referrals under plain load (measurements.md 1.2).
 */
@Injectable()
export class Outbox {
  /** Stores messages, and has PostgreSQL wake the relay when the transaction commits. */
  async append(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const given = { correlationId: correlationId(), traceParent: traceParent(), afterMs: 0 };
    const rows = messages.map((message) => ({ id: randomUUID(), ...given, ...message }));
    const lanes = [...new Set(messages.map((message) => message.lane))];
    await Promise.all([execute(tx, INSERT, [JSON.stringify(rows)]), ...lanes.map((lane) => wakeWorkers(tx, lane))]);
  }

  /**
   * Takes up to `limit` new messages of a lane for `leaseMs`; or a few whose worker died or froze with them; or one alone
   * that was tried after that. Every claim but the first is counted: of the five tries a message has, others can spoil it
   * one. From the fourth on it is held for longer, so that what ends its workers is not the end of all of them at once.
   */
  async claim(tx: Tx, lane: Lane, limit: number, leaseMs: number): Promise<ClaimedMessage[]> {
    type Row = Omit<ClaimedMessage, 'readyAt'> & { readonly waitedMs: number };
    const rows = await sql<Row>(tx, CLAIM, [lane, limit, leaseMs]);
    const now = performance.now();
    return rows.map(({ waitedMs, ...message }) => ({ ...message, readyAt: now - waitedMs }));
  }

  /**
   * How many new messages of a lane have been ready for longer than `olderThanMs` and nobody has taken, counted up to
   * 10,000. Not those that were to wait, or were tried before: nobody is woken for them.
   */
  async countUnheard(tx: Tx, lane: Lane, olderThanMs: number): Promise<number> {
    const [row] = await sql<{ count: number }>(tx, UNHEARD, [lane, olderThanMs]);
    return row?.count ?? 0;
  }

  /**
   * Holds claimed messages until the transaction ends, and gives those that are still this worker's. Comes first in the
   * transaction that writes the work's result: nobody can take over what is held.
   */
  async hold(tx: Tx, messages: readonly ClaimedMessage[]): Promise<ClaimedMessage[]> {
    const held = await sql<{ id: string }>(tx, HOLD, idsAndTokens(messages));
    const ids = new Set(held.map(({ id }) => id));
    return messages.filter(({ id }) => ids.has(id));
  }

  /**
   * Marks claimed messages done.
   * @throws StaleClaimError when a claim is no longer this worker's: the transaction must roll back.
   */
  async complete(tx: Tx, messages: readonly ClaimedMessage[]): Promise<void> {
    const touched = await execute(tx, COMPLETE, idsAndTokens(messages));
    if (touched < messages.length) throw new StaleClaimError('Another worker holds a message of these now.');
  }

  /** Gives messages back for a reason that is not theirs, as if they had not been claimed; those lost meanwhile stay. */
  async release(tx: Tx, messages: readonly ClaimedMessage[], pauseMs = 0): Promise<void> {
    const attempts = messages.map((message) => message.attempts - 1);
    await execute(tx, RELEASE, [...idsAndTokens(messages), attempts, pauseMs]);
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

function idsAndTokens(messages: readonly ClaimedMessage[]): [string[], string[]] {
  return [messages.map(({ id }) => id), messages.map(({ claimToken }) => claimToken)];
}

const WAITING = `done_at IS NULL AND failed_at IS NULL AND available_at <= clock_timestamp()
  AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
  AND topic IN (${TOPICS.map((topic) => `'${topic}'`).join(', ')})`;

const INSERT = `INSERT INTO outbox_message
  (id, authority_id, topic, lane, case_id, input_version, correlation_id, trace_parent, available_at, reason)
  SELECT id, "authorityId", topic, lane, "caseId", "inputVersion", "correlationId", "traceParent",
    clock_timestamp() + make_interval(secs => "afterMs" / 1000), reason
  FROM json_to_recordset($1::json) AS m (id uuid, "authorityId" text, topic text, lane text, "caseId" uuid,
    "inputVersion" integer, "correlationId" uuid, "traceParent" text, "afterMs" double precision, reason text)`;

const LOSE_WHEN_FROZEN = `set_config('idle_in_transaction_session_timeout', '${String(FROZEN_AFTER_MS)}', true)`;

/** By counted tries: 1, 1, 1, 4, 16 and no more. */
const HELD_FOR_TIMES = 'power(4, least(greatest(m.attempts + waiting.counted - 3, 0), 2))';

const CLAIM = `WITH token AS MATERIALIZED (SELECT nextval('outbox_claim_token') AS value, ${LOSE_WHEN_FROZEN}),
  again AS (
    SELECT id, 1 AS counted FROM outbox_message WHERE lane = $1 AND attempts > 0 AND ${WAITING}
    ORDER BY available_at, created_at LIMIT 1 FOR UPDATE SKIP LOCKED),
  lapsed AS (
    SELECT id, 1 AS counted FROM outbox_message
    WHERE lane = $1 AND attempts = 0 AND claimed_until IS NOT NULL AND ${WAITING} AND NOT EXISTS (SELECT 1 FROM again)
    ORDER BY available_at, created_at LIMIT least($2, ${String(LAPSED_TOGETHER)}) FOR UPDATE SKIP LOCKED),
  fresh AS (
    SELECT id, 0 AS counted FROM outbox_message
    WHERE lane = $1 AND attempts = 0 AND claimed_until IS NULL AND ${WAITING}
      AND NOT EXISTS (SELECT 1 FROM again) AND NOT EXISTS (SELECT 1 FROM lapsed)
    ORDER BY available_at, created_at LIMIT $2 FOR UPDATE SKIP LOCKED),
  waiting AS (SELECT * FROM again UNION ALL SELECT * FROM lapsed UNION ALL SELECT * FROM fresh)
  UPDATE outbox_message m SET claim_token = token.value, attempts = m.attempts + waiting.counted,
    claimed_until = clock_timestamp() + make_interval(secs => $3::double precision / 1000 * ${HELD_FOR_TIMES})
  FROM waiting, token WHERE m.id = waiting.id
  RETURNING m.id, m.topic, m.authority_id AS "authorityId", m.case_id AS "caseId", m.input_version AS "inputVersion",
    m.lane, greatest(m.attempts, 1) AS attempts, m.claim_token::text AS "claimToken",
    m.correlation_id AS "correlationId", m.trace_parent AS "traceParent", m.reason,
    extract(epoch FROM clock_timestamp() - m.available_at)::float8 * 1000 AS "waitedMs"`;

const UNHEARD = `SELECT count(*)::integer AS count FROM (
  SELECT 1 FROM outbox_message WHERE lane = $1 AND attempts = 0 AND claimed_until IS NULL AND reason IS NULL AND ${WAITING}
    AND available_at < clock_timestamp() - make_interval(secs => $2::double precision / 1000) LIMIT 10000) AS unheard`;

const STILL_HELD = 'm.id = held.id AND m.claim_token = held.claim_token AND m.done_at IS NULL AND m.failed_at IS NULL';

const HOLD = `SELECT m.id, ${LOSE_WHEN_FROZEN} FROM unnest($1::uuid[], $2::bigint[]) AS held (id, claim_token)
  JOIN outbox_message m ON ${STILL_HELD} FOR UPDATE OF m`;

const COMPLETE = `UPDATE outbox_message m SET done_at = clock_timestamp()
  FROM unnest($1::uuid[], $2::bigint[]) AS held (id, claim_token) WHERE ${STILL_HELD}`;

const RELEASE = `UPDATE outbox_message m SET claimed_until = NULL, attempts = held.attempts,
    available_at = clock_timestamp() + make_interval(secs => $4::double precision / 1000)
  FROM unnest($1::uuid[], $2::bigint[], $3::integer[]) AS held (id, claim_token, attempts)
  WHERE ${STILL_HELD}`;
