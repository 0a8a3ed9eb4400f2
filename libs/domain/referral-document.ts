import type { Answer } from './answer.ts';
import type { ChildInReferral } from './child-in-referral.ts';
import type { Household, Referrer, Worries } from './referral-people.ts';
import type { IndicatorReport } from './indicator.ts';
import type { Level } from './level.ts';

/** First question of every referral (domain pack 3.1, safety gate). */
export interface SafetyGate {
  readonly immediateDanger?: Answer;
  readonly needsMedicalAttention?: Answer;
  /** A moment by which someone must act, for example the child goes home at 15:30. */
  readonly timeCriticalEvent?: { readonly at: string; readonly what?: string };
}

/** What the family was told and said. Agreement gates help, never a safeguarding referral (domain pack 3.6). */
export interface Agreement {
  readonly told?: readonly ('parent_a' | 'parent_b' | 'child' | 'nobody')[];
  readonly given?: 'yes' | 'no' | 'not_asked' | 'cannot_be_asked';
  readonly reasonNotAsked?:
    | 'greater_risk'
    | 'would_hinder_investigation'
    | 'would_cause_delay'
    | 'could_not_contact'
    | 'parent_is_alleged_source'
    | 'covert_enquiry_agreed';
  readonly basis?: 'public_task' | 'legal_obligation' | 'vital_interests' | 'recognised_legitimate_interest';
  readonly note?: string;
}

/** History as the sender knows it; merged with the service's own, never replacing it. */
export interface ReportedHistory {
  readonly contactsIn12Months?: number;
  readonly householdContactsIn12Months?: number;
  readonly domesticAbuseNoticesIn12Months?: number;
  readonly referredInLast12Months?: Answer;
  readonly assessedInLast12Months?: Answer;
  readonly earlyHelp?: 'in_place' | 'declined' | 'disengaged' | 'none' | 'not_known';
  readonly childProtectionPlan?: Answer;
  readonly note?: string;
}

/** Sub-form opened by a domestic-abuse answer (domain pack 3.5). */
export interface DomesticAbuse {
  readonly dashScore?: number;
  readonly grade?: 'standard' | 'medium' | 'high' | 'not_known';
  readonly childPresent?: Answer;
  readonly strangulation?: Answer;
  readonly weapon?: Answer;
  readonly pregnancy?: Answer;
  readonly threatToKill?: Answer;
  readonly safeContact?: string;
}

export interface AttachmentMetadata {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256?: string;
  readonly kind?: string;
}

/** What one agency sent, one document, never changed (domain pack 3.1). Same shape as the published JSON Schema. */
export interface ReferralDocument {
  readonly schemaVersion: '1';
  readonly kind?: 'request' | 'notification';
  readonly senderReference?: string;
  readonly safety?: SafetyGate;
  readonly referrer: Referrer;
  readonly children: readonly ChildInReferral[];
  readonly household?: Household;
  readonly worries: Worries;
  readonly strengths?: string;
  readonly whatNeedsToHappen?: { readonly referrer?: string; readonly family?: string; readonly child?: string };
  readonly scaling?: { readonly referrer?: number; readonly parent?: number; readonly child?: number };
  readonly indicators?: readonly IndicatorReport[];
  readonly domesticAbuse?: DomesticAbuse;
  readonly missingEpisodesIn90Days?: number;
  readonly history?: ReportedHistory;
  readonly agreement?: Agreement;
  readonly referrerView?: { readonly level?: Level; readonly why?: string };
  readonly attachments?: readonly AttachmentMetadata[];
}
