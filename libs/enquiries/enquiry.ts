import type { Agreement, CaseId, IndicatorReport, ReferralId, Urgency } from '#domain';

/** Why other agencies are asked although nobody in the family agreed (domain pack 3.6). */
export const OVERRIDE_REASONS = [
  'greater_risk',
  'would_hinder_investigation',
  'would_cause_delay',
  'could_not_contact',
  'parent_is_alleged_source',
  'covert_enquiry_agreed',
  'section_47_threshold',
] as const satisfies readonly (NonNullable<Agreement['reasonNotAsked']> | 'section_47_threshold')[];
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

/** On what the authority relies in law; the family's agreement is none of them. */
export const LAWFUL_GROUNDS = [
  'public_task',
  'legal_obligation',
  'vital_interests',
  'recognised_legitimate_interest',
] as const satisfies readonly NonNullable<Agreement['basis']>[];
export type LawfulGround = (typeof LAWFUL_GROUNDS)[number];

export const AGREEMENT_ANSWERS = ['yes', 'no', 'withdrawn'] as const;
export type AgreementAnswer = (typeof AGREEMENT_ANSWERS)[number];
export const AGREEMENT_SPEAKERS = ['parent_a', 'parent_b', 'child', 'carer'] as const;
export type AgreementSpeaker = (typeof AGREEMENT_SPEAKERS)[number];
export const AGREEMENT_WAYS = ['in_person', 'telephone', 'video', 'letter', 'through_agency'] as const;
export type AgreementWay = (typeof AGREEMENT_WAYS)[number];

export const ENQUIRY_STATES = ['open', 'answered', 'declined', 'withdrawn'] as const;
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

/** What an agency may be told, besides name and date of birth, so that it finds the child. */
export const IDENTIFYING_DETAILS = ['address', 'identifiers'] as const;
export type IdentifyingDetail = (typeof IDENTIFYING_DETAILS)[number];

export const REPLY_KINDS = ['known', 'nothing_known', 'declined'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];
export const DECLINE_REASONS = ['not_our_area', 'basis_not_clear', 'already_sent', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** The child as an agency is told of them; `null` where it was not known or not shared. */
export interface AskedChild {
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  readonly expectedDeliveryDate: string | null;
  readonly address: string | null;
  readonly identifiers: Readonly<Record<string, string>>;
}

/** What an agency answers. */
export interface Reply {
  readonly kind: ReplyKind;
  readonly whatWeKnow: string | null;
  readonly worries: string | null;
  readonly strengths: string | null;
  readonly indicators: readonly IndicatorReport[];
  readonly declineReason: DeclineReason | null;
}

export interface Enquiry {
  readonly id: string;
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly agencyId: string;
  readonly urgency: Urgency;
  readonly asked: string;
  readonly child: AskedChild;
  /** Asked with the family's agreement; otherwise under the override. */
  readonly agreed: boolean;
  readonly overrideId: string | null;
  readonly sentBy: string;
  readonly sentByName: string;
  readonly sentAt: Date;
  /** As it was when it was sent; the clock of the case says what became of it. */
  readonly dueAt: Date;
  readonly state: EnquiryState;
  readonly closedAt: Date | null;
  readonly withdrawnByName: string | null;
  readonly withdrawalReason: string | null;
}

/** That there is a reply and who read it, without what it says. */
export interface ReplyNote {
  readonly enquiryId: string;
  readonly kind: ReplyKind;
  readonly answeredByName: string;
  readonly answeredAt: Date;
  readonly readByName: string | null;
  readonly readAt: Date | null;
}
