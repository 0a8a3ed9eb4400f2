import type { CaseId, ReferralId } from '#domain';

/** Of the agency that referred, in stages; or of the family, who have no account and are spoken for. */
export const CHALLENGE_KINDS = ['professional', 'family_review'] as const;
export type ChallengeKind = (typeof CHALLENGE_KINDS)[number];

export const CHALLENGE_STATES = ['open', 'accepted', 'withdrawn', 'decided'] as const;
export type ChallengeState = (typeof CHALLENGE_STATES)[number];

export const CHALLENGE_GROUNDS = [
  'threshold_too_low',
  'threshold_too_high',
  'information_missed',
  'history_missed',
  'child_not_heard',
  'delay',
  'other',
] as const;
export type ChallengeGrounds = (typeof CHALLENGE_GROUNDS)[number];

export const REVIEW_GROUNDS = ['disagrees', 'information_wrong', 'not_told', 'treated_unfairly', 'other'] as const;
export type ReviewGrounds = (typeof REVIEW_GROUNDS)[number];

export const CHALLENGE_OUTCOMES = ['upheld', 'partly_upheld', 'not_upheld'] as const;
export type ChallengeOutcome = (typeof CHALLENGE_OUTCOMES)[number];
export const REVIEW_OUTCOMES = ['decision_stands', 'decision_changed', 'explained'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Who of a family asked, never by name. */
export const FAMILY_ASKERS = ['parent', 'child', 'carer', 'other_family', 'advocate'] as const;
export type FamilyAsker = (typeof FAMILY_ASKERS)[number];
export const ASKING_WAYS = ['in_person', 'telephone', 'letter', 'email', 'through_agency'] as const;
export type AskingWay = (typeof ASKING_WAYS)[number];

/** A disagreement with a decision, and where it stands. */
export interface Challenge {
  readonly id: string;
  readonly caseId: CaseId;
  readonly caseReference: string;
  readonly referralId: ReferralId;
  /** The decision that is disagreed with. */
  readonly decisionId: string;
  readonly kind: ChallengeKind;
  /** `null` for a family's. */
  readonly agencyId: string | null;
  readonly grounds: string;
  readonly askedBy: FamilyAsker | null;
  readonly askedHow: AskingWay | null;
  /** Whether the family complains about how their data were used. */
  readonly complaint: boolean;
  /** Last local day to acknowledge the complaint, ISO. */
  readonly acknowledgeBy: string | null;
  readonly acknowledgedAt: Date | null;
  /** From 1; of a family review always 1. */
  readonly stage: number;
  readonly state: ChallengeState;
  readonly outcome: ChallengeOutcome | ReviewOutcome | null;
  readonly openedBy: string;
  readonly openedByName: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** When its clock runs out; `null` while none runs. */
  readonly dueAt: Date | null;
}

type EntryKind = 'opened' | 'response' | 'escalated' | 'accepted' | 'withdrawn' | 'acknowledged' | 'decided';

/** One step of a challenge as both sides read it. */
export interface ChallengeEntry {
  readonly kind: EntryKind;
  readonly stage: number;
  readonly immediateRisk: boolean;
  /** For whom it was said, whoever entered it. */
  readonly side: 'agency' | 'family' | 'front_door';
  readonly written: string;
  readonly byName: string;
  readonly byRole: string;
  readonly at: Date;
}
