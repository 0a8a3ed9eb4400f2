import { Injectable } from '@nestjs/common';
import type { ClockEvent, DecidedPathway, Urgency } from '#domain';
import { profileOf } from '#nation-packs';
import type { Tx } from '#platform';
import type { CaseClock, ClockOwner, NewClock } from './case-clock.ts';
import { nextDueOf } from './next-due.ts';
import { type ClockMoment, planClocks } from './plan-clocks.ts';
import { ClockRepository } from './store/clock.repository.ts';
import { ClockStanding, type Standing } from './store/clock-standing.query.ts';

/** What a caller knows of the event that the record does not say yet. */
export interface ClockOptions {
  /** The enquiry, challenge or other thing that the clock is about. */
  readonly subjectId?: string;
  /** The urgency to count by; that of the case where it is left out. */
  readonly urgency?: Urgency;
  /** Of a challenge, from 1. */
  readonly stage?: number;
  /** The moment of the event that a clock waits for. */
  readonly eventAt?: Date;
  /** From when to count. */
  readonly startedAt?: Date;
  /** Of the decision that was signed; that of the case where it is left out. */
  readonly pathway?: DecidedPathway;
}

/**
 * The one way to the clocks of a case: callers say what happened, the authority's table says which clocks that starts and
 * stops. The caller holds the case.
 */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly repository: ClockRepository,
    private readonly standing: ClockStanding,
  ) {}

  /**
   * Starts and stops what the authority's table says, and keeps the case's place in the worklist right.
   * @returns when the next clock of the worklist is due; null when none runs.
   */
  async on(tx: Tx, owner: ClockOwner, event: ClockEvent, at: Date, options: ClockOptions = {}): Promise<Date | null> {
    const profile = profileOf(owner.authorityId);
    const found = await this.standing.of(tx, owner);
    const running = await this.repository.runningOf(tx, owner.id);
    const { stops, starts } = planClocks(profile, momentOf(event, at, found, options), running);
    if (stops.length > 0) await this.repository.stop(tx, stops, event, at);
    await this.repository.startAll(tx, [owner], starts);
    const gone = new Set(stops.map(({ id }) => id));
    const nextDueAt = nextDueOf(profile, [...running.filter(({ id }) => !gone.has(id)), ...starts]);
    if (nextDueAt?.getTime() !== found.nextDueAt?.getTime()) await this.standing.setNextDue(tx, owner, nextDueAt);
    return nextDueAt;
  }

  /** Clocks that the receipt of a referral starts, for all its cases: see `firstClocks`. */
  open(tx: Tx, owners: readonly ClockOwner[], clocks: readonly NewClock[]): Promise<void> {
    return this.repository.startAll(tx, owners, clocks);
  }

  /** Every clock of a case, in the order in which they started. */
  ofCase(tx: Tx, caseId: string): Promise<CaseClock[]> {
    return this.repository.ofCase(tx, caseId);
  }
}

/** What the caller knows stands before what the record says. */
function momentOf(event: ClockEvent, at: Date, found: Standing, options: ClockOptions): ClockMoment {
  return {
    event,
    at,
    receivedAt: found.receivedAt,
    urgency: options.urgency ?? found.urgency,
    pathway: options.pathway ?? found.pathway,
    subjectId: options.subjectId ?? null,
    stage: options.stage ?? null,
    eventAt: options.eventAt ?? null,
    startedAt: options.startedAt ?? null,
    milestones: found.milestones,
  };
}
