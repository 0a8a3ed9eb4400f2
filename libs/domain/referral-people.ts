import type { Answer } from './answer.ts';

/** Who sends the referral, and how to reach them. Only a member of the public may be anonymous. */
export interface Referrer {
  readonly capacity: 'professional' | 'family' | 'child' | 'public';
  readonly anonymous?: boolean;
  readonly name?: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly relationship?: string;
  readonly wantsAnonymityFromFamily?: boolean;
  /** When and how they may safely be called or written to, in words: a person reads it before anybody does. */
  readonly safeContact?: string;
  readonly safeguardingLeadConsultedOn?: string;
  /** Referral source code of the children in need census, for example `2A` schools (domain pack 3.2). */
  readonly source?: string;
}

/** Something about an adult that bears on the child (domain pack 3.1, adult factors). */
export type AdultFactor =
  | 'domestic_abuse_victim'
  | 'domestic_abuse_perpetrator'
  | 'drugs'
  | 'alcohol'
  | 'mental_health'
  | 'learning_disability'
  | 'physical_health'
  | 'offending'
  | 'adult_at_risk'
  | 'own_childhood_in_care'
  | 'capacity_for_change';

export interface HouseholdPerson {
  readonly name?: string;
  readonly whyUnknown?: string;
  readonly dateOfBirth?: string;
  readonly relationship?: string;
  readonly parentalResponsibility?: Answer;
  readonly livesInHousehold?: Answer;
  readonly factors?: readonly AdultFactor[];
}

export interface Household {
  readonly people?: readonly HouseholdPerson[];
  readonly otherChildrenInContact?: string;
  readonly visitSafety?: string;
}

export interface Worries {
  readonly summary: string;
  readonly firstHand?: Answer;
  readonly happenedOn?: string;
  readonly frequency?: string;
  readonly injury?: Answer;
  readonly injuryDescription?: string;
  readonly childsWords?: string;
  readonly allegedSourceOfHarm?: {
    readonly name?: string;
    readonly relationship?: string;
    readonly contactWithChild?: Answer;
  };
}
