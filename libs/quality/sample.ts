import type { DecidedPathway, Level, Urgency } from '#domain';

/** How decisions are grouped before they are drawn, so that small groups are heard as well. */
export const STRATA = ['none', 'pathway', 'agency', 'area', 'team', 'difference'] as const;
export type Strata = (typeof STRATA)[number];

/** What a decision may be rated: a level, or nothing further, from the least to the most. */
export const RATED_OUTCOMES = [
  'no_further_action',
  'universal',
  'early_help',
  'targeted_early_help',
  'statutory_need',
  'statutory_protection',
] as const satisfies readonly (Level | 'no_further_action')[];
export type RatedOutcome = (typeof RATED_OUTCOMES)[number];

/** What came of talking over a difference. */
export const CONCLUSIONS = ['decision_stands', 'rating_preferred', 'both_defensible', 'threshold_unclear'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** The largest sample: more is a census, and nobody would rate it. */
export const LARGEST_SAMPLE = 200;

export interface Sample {
  readonly id: string;
  /** Local days, both included. */
  readonly from: string;
  readonly to: string;
  readonly strata: Strata;
  readonly onlyOverrides: boolean;
  readonly wanted: number;
  readonly seed: string;
  readonly frameSize: number;
  readonly frameSha256: string;
  readonly drawnBy: string;
  readonly drawnByName: string;
  readonly drawnAt: Date;
}

/** How far a sample has come. Counts only items whose record the reader may see. */
export interface SampleProgress extends Sample {
  readonly items: number;
  readonly rated: number;
  readonly differing: number;
  readonly closed: number;
}

export interface Rating {
  readonly outcome: RatedOutcome;
  readonly urgency: Urgency;
  /** Whether what was known then was enough to decide on. */
  readonly knewEnough: boolean;
  readonly reason: string;
  readonly ratedAt: Date;
}

export interface Closing {
  readonly conclusion: Conclusion;
  readonly note: string;
  readonly closedByName: string;
  readonly closedAt: Date;
}

/** What was decided; shown only beside a rating. */
interface RatedDecision {
  readonly outcome: RatedOutcome;
  readonly pathway: DecidedPathway;
  readonly urgency: Urgency;
  readonly decidedBy: string;
  readonly decidedByName: string;
  readonly decidedAt: Date;
}

export interface SampleItem {
  readonly id: string;
  readonly position: number;
  readonly stratum: string | null;
  readonly caseId: string;
  readonly referralId: string;
  readonly reference: string;
  readonly raterId: string | null;
  readonly raterName: string | null;
  readonly takenAt: Date | null;
  /** `null` until it is rated, and the decision with it. */
  readonly rated: { readonly rating: Rating; readonly decision: RatedDecision } | null;
  readonly closing: Closing | null;
}

/** Whether decision and rating say different things of the level or the urgency. */
export function differs({ rating, decision }: NonNullable<SampleItem['rated']>): boolean {
  return rating.outcome !== decision.outcome || rating.urgency !== decision.urgency;
}
