import type { ClockRule } from '#deadlines';
import type { ClockEvent, ClockKind } from '#domain';

/** How a clock counts, from when, until when. */
export interface ClockTimes {
  readonly rule: ClockRule;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/** A clock about to be started. */
export interface NewClock extends ClockTimes {
  readonly kind: ClockKind;
  readonly subjectId: string | null;
  readonly stage: number | null;
  readonly law: string | null;
  readonly startedBy: ClockEvent;
  readonly nextEscalationAt: Date | null;
  /** What stops it had been recorded before what starts it; null for every other. */
  readonly stoppedAt: Date | null;
  readonly stoppedBy: ClockEvent | null;
}

/** A time in which a clock stood still; `to` is null while it does. */
export interface ClockPause {
  readonly reasonCode: string;
  /** As it is stored: sealed. */
  readonly note: string | null;
  readonly from: Date;
  readonly to: Date | null;
  readonly byName: string;
}

/** Why a clock ran out, as a person gave it. */
export interface BreachReason {
  readonly code: string;
  /** As it is stored: sealed. */
  readonly note: string | null;
  readonly byName: string;
  readonly at: Date;
}

/** A clock as readers see it. Times are instants; `rule` is how `dueAt` was counted. */
export interface CaseClock extends ClockTimes {
  readonly id: string;
  readonly kind: ClockKind;
  readonly subjectId: string | null;
  readonly stage: number | null;
  readonly law: string | null;
  /** Null for clocks from before this was noted. */
  readonly startedBy: ClockEvent | null;
  readonly stoppedAt: Date | null;
  readonly stoppedBy: ClockEvent | null;
  /** Null unless it stands still now; `dueAt` is then what it was before. */
  readonly pausedAt: Date | null;
  readonly breach: BreachReason | null;
}

/** Whose clock it is. */
export interface ClockOwner {
  readonly id: string;
  readonly authorityId: string;
  readonly referralId: string;
}

/** The same clocks for each of some cases. */
export interface StartedClocks {
  readonly owners: readonly ClockOwner[];
  readonly clocks: readonly NewClock[];
}
