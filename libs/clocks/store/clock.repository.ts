import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, IsNull } from 'typeorm';
import type { Actor, ClockEvent } from '#domain';
import type { ClockRule } from '#deadlines';
import { execute, insertRows, type Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import type { BreachReason, CaseClock, ClockOwner, StartedClocks } from '../case-clock.ts';
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

  /** All of them in one statement. */
  async startAll(tx: Tx, started: readonly StartedClocks[]): Promise<void> {
    const rows = started.flatMap(({ owners, clocks }) =>
      owners.flatMap(({ id: caseId, authorityId }) =>
        clocks.map((clock) => ({ id: randomUUID(), caseId, authorityId, ...clock })),
      ),
    );
    await insertRows(tx, CaseClockRow, rows);
  }

  /** A milestone may be recorded with a time before the clock's start: it then stopped as it started. */
  async stop(tx: Tx, clocks: readonly { readonly id: string; readonly at: Date }[], event: ClockEvent): Promise<void> {
    const stopped = [clocks.map(({ id }) => id), clocks.map(({ at }) => at)];
    await Promise.all([execute(tx, END_PAUSES, stopped), execute(tx, STOP, [...stopped, event])]);
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

  /** By case; cases without any are left out. */
  async runningOf(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly CaseClock[]>> {
    const rows = await tx.getRepository(CaseClockRow).find({ where: { caseId: Any(caseIds), stoppedAt: IsNull() } });
    const running = new Map<string, CaseClock[]>(rows.map(({ caseId }) => [caseId, []]));
    for (const row of rows) running.get(row.caseId)?.push(clockOf(row));
    return running;
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

const STOP = `UPDATE case_clock c SET stopped_at = greatest(c.started_at, s.at), stopped_by = $3, paused_at = NULL,
    next_escalation_at = NULL
  FROM unnest($1::uuid[], $2::timestamptz[]) AS s (id, at) WHERE c.id = s.id`;

const END_PAUSES = `UPDATE case_clock_pause p SET resumed_at = greatest(p.paused_at, s.at)
  FROM unnest($1::uuid[], $2::timestamptz[]) AS s (id, at) WHERE p.clock_id = s.id AND p.resumed_at IS NULL`;

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
