import { Injectable } from '@nestjs/common';
import type { ClockEvent, DecidedPathway, Urgency } from '#domain';
import { profileOf } from '#nation-packs';
import type { Tx } from '#platform';
import type { CaseClock, ClockOwner, StartedClocks } from './case-clock.ts';
import { nextDueOf } from './next-due.ts';
import { type ClockMoment, type ClockPlan, planClocks } from './plan-clocks.ts';
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
    const due = await this.onAll(tx, [{ ...options, owner, at }], event);
    const nextDueAt = due.get(owner.id);
    if (nextDueAt === undefined) throw new Error('Whoever moves the clocks of a case sees the case.');
    return nextDueAt;
  }

  /** As `on`, for many cases of one authority. */
  async onAll(tx: Tx, owners: readonly OwnerAtEvent[], event: ClockEvent): Promise<NextDue> {
    const moved = await this.move(tx, owners, event);
    const later = moved.filter(({ found, nextDueAt }) => nextDueAt?.getTime() !== found.nextDueAt?.getTime());
    if (later.length > 0) await this.standing.setNextDue(tx, later);
    return nextDueOfEach(moved);
  }

  /**
   * As `onAll`, but leaves it to the caller to write when the next clock of each is due, with whatever else it changes
   * about the case.
   */
  async onEach(tx: Tx, owners: readonly OwnerAtEvent[], event: ClockEvent): Promise<NextDue> {
    return nextDueOfEach(await this.move(tx, owners, event));
  }

  /** Clocks that the receipt of referrals starts, for all cases of each: see `firstClocks`. */
  open(tx: Tx, referrals: readonly StartedClocks[]): Promise<void> {
    return this.repository.startAll(tx, referrals);
  }

  /** Every clock of a case, in the order in which they started. */
  ofCase(tx: Tx, caseId: string): Promise<CaseClock[]> {
    return this.repository.ofCase(tx, caseId);
  }

  private async move(tx: Tx, owners: readonly OwnerAtEvent[], event: ClockEvent): Promise<Moved[]> {
    const ids = owners.map(({ owner }) => owner.id);
    const [standing, running] = await Promise.all([
      this.standing.of(tx, owners[0]?.owner.authorityId ?? '', ids),
      this.repository.runningOf(tx, ids),
    ]);
    const moved = owners.flatMap(({ owner, at, ...options }): Moved[] => {
      const found = standing.get(owner.id);
      if (found === undefined) return [];
      return [moveOf(owner, found, running.get(owner.id) ?? [], momentOf(event, at, found, options))];
    });
    const stops = moved.flatMap((each) => each.stops.map(({ id }) => ({ id, at: each.at })));
    const started = moved.map(({ owner, starts }) => ({ owners: [owner], clocks: starts }));
    // In this order, which is theirs: one clock of a kind runs at a time.
    await Promise.all([
      stops.length === 0 ? null : this.repository.stop(tx, stops, event),
      this.repository.startAll(tx, started),
    ]);
    return moved;
  }
}

/** A case to which the event happened, and when. */
export type OwnerAtEvent = ClockOptions & { readonly owner: ClockOwner; readonly at: Date };

/** When the next clock of the worklist is due, by case; null when none runs. */
type NextDue = ReadonlyMap<string, Date | null>;

/** What an event does to the clocks of one case. */
interface Moved extends ClockPlan {
  readonly owner: ClockOwner;
  readonly found: Standing;
  readonly nextDueAt: Date | null;
  readonly at: Date;
}

function nextDueOfEach(moved: readonly Moved[]): NextDue {
  return new Map(moved.map(({ owner, nextDueAt }) => [owner.id, nextDueAt]));
}

function moveOf(owner: ClockOwner, found: Standing, running: readonly CaseClock[], moment: ClockMoment): Moved {
  const profile = profileOf(owner.authorityId);
  const { stops, starts } = planClocks(profile, moment, running);
  const gone = new Set(stops.map(({ id }) => id));
  const nextDueAt = nextDueOf(profile, [...running.filter(({ id }) => !gone.has(id)), ...starts]);
  return { owner, found, stops, starts, nextDueAt, at: moment.at };
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
