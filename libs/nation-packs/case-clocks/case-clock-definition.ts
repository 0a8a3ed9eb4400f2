import type { ClockRule } from '#deadlines';
import type { ClockEvent, ClockKind, DecidedPathway, Milestone, Role, Urgency } from '#domain';
import type { Evidence } from '../nation-pack.ts';

/** How long: the same for all, by the urgency of the case, or by the stage that something has reached (from 1). */
export type ClockLimits =
  | { readonly by: 'all'; readonly rule: ClockRule }
  | { readonly by: 'urgency'; readonly rules: Readonly<Record<Urgency, ClockRule>> }
  | { readonly by: 'stage'; readonly rules: readonly ClockRule[] };

/**
 * From when a clock counts: what started it, the receipt of the referral, since when the case waits for a decision (its
 * receipt, or when it came back), or the last time that a milestone was reached.
 */
type CountsFrom = 'event' | 'receipt' | 'undecided' | Milestone;

/** How long before it is due somebody is warned: a share of the whole time, or hours. */
export type WarnBefore =
  { readonly by: 'share'; readonly share: number } | { readonly by: 'hours'; readonly hours: number };

/** To whom: whoever holds the case, or everybody with a role; while nobody holds the case, the queue that it waits in. */
export type EscalatesTo = 'holder' | Role;

/** One step of escalation: before the clock is due, when it is, or hours after. */
export interface EscalationStage {
  /** A code, the same as long as the step means the same: each step of a clock is taken once. */
  readonly stage: string;
  readonly when: 'warning' | 'breach' | { readonly hoursAfter: number };
  readonly to: readonly EscalatesTo[];
}

/** A reason for which the law, or the procedure, lets this clock stand still. */
export interface PauseReason {
  readonly code: string;
  readonly title: string;
}

/** One kind of clock as one authority runs it. */
export interface CaseClockDefinition {
  readonly kind: ClockKind;
  readonly title: string;
  /** The nation's clock that it runs by, such as `E4`; null where the limit is a default or the authority's own. */
  readonly law: string | null;
  /** Where the limit comes from. */
  readonly source: string;
  readonly evidence: Evidence;
  readonly limits: ClockLimits;
  readonly startsOn: readonly ClockEvent[];
  /** Start it again where it runs already. */
  readonly restartsOn: readonly ClockEvent[];
  readonly stopsOn: readonly ClockEvent[];
  readonly countsFrom: CountsFrom;
  /** Starts only where the decision was for this pathway; null for every case. */
  readonly pathway: DecidedPathway | null;
  /** Counts for the order of the worklist: the front door itself has to act. */
  readonly worklist: boolean;
  /** Empty where it may not be paused. */
  readonly pauses: readonly PauseReason[];
  readonly warnBefore: WarnBefore;
  readonly escalation: readonly EscalationStage[];
}

/** The clocks that an authority runs. A kind that is not in it does not exist there. */
export type CaseClockTable = ReadonlyMap<ClockKind, CaseClockDefinition>;
