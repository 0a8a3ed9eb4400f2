import type { Answer } from './answer.ts';

export interface Address {
  readonly lines?: readonly string[];
  readonly postcode?: string;
  readonly uprn?: string;
}

/** Identifiers as given: checked and flagged, never a reason to refuse (domain pack 3.3). */
export interface ChildIdentifiers {
  readonly nhsNumber?: string;
  readonly chiNumber?: string;
  readonly hcNumber?: string;
  readonly upn?: string;
  readonly formerUpn?: string;
  readonly localAuthorityChildId?: string;
  readonly scottishCandidateNumber?: string;
  readonly policeReference?: string;
}

/** The child's own words and wishes (domain pack 3.1, voice of child). */
export interface VoiceOfChild {
  readonly howObtained?: string;
  readonly said?: string;
  readonly observedBehaviour?: string;
  readonly whyNotObtained?: 'too_young' | 'not_safe_to_ask' | 'not_seen' | 'declined' | 'communication' | 'other';
}

/** One child (or unborn child) of a referral. A name, or why it is unknown, is all that must be there. */
export interface ChildInReferral {
  readonly ref: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly otherNames?: readonly string[];
  readonly whyUnknown?: string;
  readonly dateOfBirth?: string;
  readonly expectedDeliveryDate?: string;
  readonly estimatedAgeYears?: number;
  readonly sex?: 'M' | 'F' | 'U';
  readonly genderIdentity?: string;
  readonly address?: Address;
  readonly currentWhereabouts?: string;
  readonly firstLanguage?: string;
  readonly interpreterNeeded?: Answer;
  readonly religion?: string;
  readonly nationality?: string;
  readonly ethnicity?: string;
  readonly disabilities?: readonly string[];
  readonly communicationNeeds?: string;
  readonly mobility?: 'mobile' | 'not_mobile' | 'not_known';
  readonly seenBySender?: Answer;
  readonly school?: { readonly name?: string; readonly urn?: string };
  readonly gp?: { readonly name?: string; readonly odsCode?: string };
  readonly identifiers?: ChildIdentifiers;
  readonly voice?: VoiceOfChild;
}
