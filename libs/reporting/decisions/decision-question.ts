import type { DecidedPathway, Level, Urgency } from '#domain';

/** Against the proposal: a higher or lower level, or the same level with another urgency. */
export const DIFFERENCES = ['as_proposed', 'higher', 'lower', 'no_proposal'] as const;
export type Difference = (typeof DIFFERENCES)[number];

export const SIGN_OFF_STATES = ['not_needed', 'waiting', 'signed', 'returned'] as const;
export type SignOffState = (typeof SIGN_OFF_STATES)[number];

/** What decisions are searched by. `null` leaves a thing out. */
export interface DecisionFilter {
  /** Local days, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly decidedBy: string | null;
  readonly pathway: DecidedPathway | null;
  readonly level: Level | null;
  readonly urgency: Urgency | null;
  /** `other` is whatever is not as proposed. */
  readonly differs: Difference | 'other' | null;
  readonly signOff: SignOffState | null;
  readonly ruleSetHash: string | null;
  readonly ruleId: string | null;
  readonly agencyId: string | null;
  readonly area: string | null;
  readonly team: string | null;
  /** Of the case or the referral. */
  readonly reference: string | null;
}

export interface DecisionQuestion extends DecisionFilter {
  readonly order: 'newest' | 'oldest';
  /** `next` of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** A decision as a list shows it: codes and a reference, nobody's name but the decider's. */
export interface FoundDecision {
  readonly decisionId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly decidedAt: Date;
  /** UTC, with microseconds: what pages go on from. */
  readonly decidedAtExact: string;
  readonly decidedByName: string;
  readonly pathway: DecidedPathway;
  readonly level: Level | null;
  readonly urgency: Urgency;
  readonly proposedLevel: Level | null;
  readonly proposedUrgency: Urgency | null;
  readonly differs: Difference;
  readonly signOff: SignOffState;
  readonly ruleSetVersion: string | null;
  readonly rules: readonly string[];
  readonly agencyId: string;
  readonly area: string | null;
  readonly team: string;
}
