import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor, ClockEvent } from '#domain';
import type { ClockRule } from '#deadlines';
import { execute, type Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import type { BreachReason, CaseClock, ClockOwner, NewClock } from '../case-clock.ts';
import { CaseClockRow } from './case-clock.entity.ts';

interface NewBreachReason {
  readonly code: string;
  readonly note: string | null;
  readonly by: Actor;
  readonly at: Date;
}

/** Clocks of cases. A clock is never moved, except by its pauses: a new limit stops the old clock and starts another. */
@Injectable()
export class ClockRepository {
  constructor(private readonly vault: Vault) {}

  /** The same clocks for each of the cases, in one statement. */
  async startAll(tx: Tx, owners: readonly ClockOwner[], clocks: readonly NewClock[]): Promise<void> {
    const rows = owners.flatMap(({ id: caseId, authorityId }) =>
      clocks.map((clock) => ({ id: randomUUID(), caseId, authorityId, ...clock })),
    );
    if (rows.length > 0) await tx.getRepository(CaseClockRow).insert(rows);
  }

  /** A milestone may be recorded with a time before the clock's start: it then stopped as it started. */
  async stop(tx: Tx, clocks: readonly CaseClock[], event: ClockEvent, at: Date): Promise<void> {
    const ids = clocks.map(({ id }) => id);
    await execute(tx, END_PAUSES, [ids, at]);
    await execute(tx, STOP, [ids, at, event]);
  }

  /** After a pause: the end is moved by the time that the clock stood still. */
  async goOn(tx: Tx, clockId: string, dueAt: Date, nextEscalationAt: Date | null): Promise<void> {
    await execute(tx, GO_ON, [clockId, dueAt, nextEscalationAt]);
  }

  async noteBreach(tx: Tx, owner: ClockOwner, clockId: string, reason: NewBreachReason): Promise<void> {
    const key = await this.vault.keyOf(tx, owner);
    const note = reason.note === null ? null : sealedUnder(key, BREACH_NOTE, clockId, reason.note);
    await execute(tx, NOTE_BREACH, [clockId, reason.code, note, reason.by.id, reason.by.name, reason.at]);
  }

  async runningOf(tx: Tx, caseId: string): Promise<CaseClock[]> {
    const rows = await tx.getRepository(CaseClockRow).find({ where: { caseId, stoppedAt: IsNull() } });
    return rows.map((row) => clockOf(row));
  }

  async ofCase(tx: Tx, caseId: string): Promise<CaseClock[]> {
    const order = { startedAt: 'ASC', kind: 'ASC', id: 'ASC' } as const;
    return (await tx.getRepository(CaseClockRow).find({ where: { caseId }, order })).map((row) => clockOf(row));
  }

  /** As `ofCase`, with what people wrote about breaches opened. */
  async ofCaseOpened(tx: Tx, owner: ClockOwner): Promise<CaseClock[]> {
    const clocks = await this.ofCase(tx, owner.id);
    if (clocks.every(({ breach }) => breach === null)) return clocks;
    const key = await this.vault.keyOf(tx, owner);
    return clocks.map((clock) => ({ ...clock, breach: opened(key, clock) }));
  }
}

const BREACH_NOTE = 'case_clock.breach_note';

const NOTE_BREACH = `UPDATE case_clock SET breach_reason_code = $2, breach_note = $3, breach_by = $4, breach_by_name = $5,
    breach_at = $6
  WHERE id = $1`;

const GO_ON = `UPDATE case_clock SET paused_at = NULL, due_at = $2, next_escalation_at = $3 WHERE id = $1`;

const STOP = `UPDATE case_clock SET stopped_at = greatest(started_at, $2::timestamptz), stopped_by = $3, paused_at = NULL,
    next_escalation_at = NULL
  WHERE id = ANY ($1::uuid[])`;

const END_PAUSES = `UPDATE case_clock_pause SET resumed_at = greatest(paused_at, $2::timestamptz)
  WHERE clock_id = ANY ($1::uuid[]) AND resumed_at IS NULL`;

function clockOf(row: CaseClockRow): CaseClock {
  const { id, kind, subjectId, stage, law, startedAt, startedBy, dueAt, stoppedAt, stoppedBy, pausedAt } = row;
  const rule = row.rule as ClockRule;
  const times = { rule, startedAt, dueAt, stoppedAt, pausedAt };
  return { id, kind, subjectId, stage, law, startedBy, stoppedBy, ...times, breach: breachOf(row) };
}

function breachOf({ breachReasonCode, breachNote, breachByName, breachAt }: CaseClockRow): BreachReason | null {
  if (breachReasonCode === null || breachAt === null) return null;
  return { code: breachReasonCode, note: breachNote, byName: breachByName ?? '', at: breachAt };
}

function opened(key: RecordKey | null, { id, breach }: CaseClock): BreachReason | null {
  if (breach === null || breach.note === null) return breach;
  return { ...breach, note: openedUnder(key, BREACH_NOTE, id, breach.note) };
}
