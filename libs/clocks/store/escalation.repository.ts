import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Urgency } from '#domain';
import type { ClockRule } from '#deadlines';
import { execute, sql, type Tx } from '#platform';
import type { ClockKind } from '#domain';
import type { ClockTimes } from '../case-clock.ts';
import type { EscalationStep } from '../escalation-steps.ts';

/** A clock with a step of escalation due, and the case that it belongs to. */
export interface DueClock extends ClockTimes {
  readonly id: string;
  readonly kind: ClockKind;
  readonly rule: ClockRule;
  readonly caseId: string;
  readonly referralId: string;
  readonly queue: string;
  readonly claimedBy: string | null;
  readonly urgency: Urgency | null;
  /** Stages that were taken before. */
  readonly taken: readonly string[];
}

/** A step of escalation that was taken: when it was due, when it was taken, whom it told. */
export interface TakenStep {
  readonly clockId: string;
  readonly stage: string;
  readonly dueAt: Date;
  readonly firedAt: Date;
  readonly told: readonly string[];
}

/** Steps of escalation, found by state and noted once. */
@Injectable()
export class EscalationRepository {
  /**
   * Holds the cases that have a step due until the transaction ends, and gives their clocks. A case that somebody changes
   * at this moment is passed over: the next round finds it.
   */
  async claim(tx: Tx, authorityId: string, now: Date, limit: number): Promise<DueClock[]> {
    const cases = await sql<{ id: string }>(tx, CLAIM, [authorityId, now, limit]);
    if (cases.length === 0) return [];
    return sql<DueClock>(tx, DUE, [authorityId, now, cases.map(({ id }) => id)]);
  }

  async note(tx: Tx, authorityId: string, clock: DueClock, step: EscalationStep, firedAt: Date): Promise<void> {
    const values = [randomUUID(), authorityId, clock.caseId, clock.id, step.stage, step.at, firedAt, step.to];
    await execute(tx, NOTE, values);
  }

  async setNext(tx: Tx, clockId: string, at: Date | null): Promise<void> {
    await execute(tx, 'UPDATE case_clock SET next_escalation_at = $2 WHERE id = $1', [clockId, at]);
  }

  async taken(tx: Tx, clockId: string): Promise<ReadonlySet<string>> {
    const rows = await sql<{ stage: string }>(tx, 'SELECT stage FROM case_clock_escalation WHERE clock_id = $1', [
      clockId,
    ]);
    return new Set(rows.map(({ stage }) => stage));
  }

  /** Of every clock of a case, in the order in which they were taken. */
  ofCase(tx: Tx, caseId: string): Promise<TakenStep[]> {
    return sql<TakenStep>(tx, OF_CASE, [caseId]);
  }
}

/** The index gives those that are due longest; more than are wanted, because others may hold some of them. */
const CLAIM = `WITH due AS MATERIALIZED (
    SELECT DISTINCT case_id FROM (
      SELECT case_id FROM case_clock
      WHERE authority_id = $1 AND stopped_at IS NULL AND paused_at IS NULL AND next_escalation_at <= $2
      ORDER BY next_escalation_at LIMIT $3 * 8) longest)
  SELECT id FROM case_record WHERE authority_id = $1 AND id IN (SELECT case_id FROM due)
  ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED`;

/** Asked anew, after the cases are held: what somebody stopped in the meantime is due no more. */
const DUE = `SELECT k.id, k.kind, k.rule, k.started_at AS "startedAt", k.due_at AS "dueAt", k.case_id AS "caseId",
    c.referral_id AS "referralId", c.queue, c.claimed_by AS "claimedBy", c.urgency,
    ARRAY(SELECT e.stage FROM case_clock_escalation e WHERE e.clock_id = k.id) AS taken
  FROM case_clock k JOIN case_record c ON c.id = k.case_id
  WHERE k.authority_id = $1 AND k.stopped_at IS NULL AND k.paused_at IS NULL AND k.next_escalation_at <= $2
    AND k.case_id = ANY ($3::uuid[])
  ORDER BY k.case_id, k.next_escalation_at, k.id`;

const NOTE = `INSERT INTO case_clock_escalation (id, authority_id, case_id, clock_id, stage, due_at, fired_at, told)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const OF_CASE = `SELECT clock_id AS "clockId", stage, due_at AS "dueAt", fired_at AS "firedAt", told
  FROM case_clock_escalation WHERE case_id = $1 ORDER BY fired_at, due_at, stage`;
