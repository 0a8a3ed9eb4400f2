import type { Actor, CaseId, CaseState, ReferralId } from '#domain';

/**
 * What was looked at or taken out and not changed. Such an event has no place in the chain of its case, since whoever
 * only reads holds no lock; it is in the log of its authority like every other.
 */
export const ACCESS_ACTIONS = [
  'case.viewed',
  'case.explained',
  'case.history_viewed',
  'case.information_viewed',
  'case.missed_opportunities_viewed',
  'case.trail_viewed',
  'case.printed',
  'case.chronology_viewed',
  'case.family_viewed',
  'case.candidates_viewed',
  'worklist.viewed',
  'referral.viewed',
  'referrals.listed',
  'attachment.read',
  'evidence.exported',
  'chronology.exported',
  'subject_access.previewed',
  'subject_access.exported',
  'case.messages_viewed',
  'case.enquiries_viewed',
  'case.challenges_viewed',
  'enquiry.viewed',
  'challenges.listed',
  'decisions.searched',
  'quality.item_viewed',
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

/** Every kind of thing the trail records; what changes nothing stands in `ACCESS_ACTIONS`. */
export type AuditAction =
  | AccessAction
  | 'referral.received'
  | 'attachment.received'
  | 'upload.received'
  | 'upload.sent'
  | 'attachment.scanned'
  | 'case.opened'
  | 'case.restricted'
  | 'case.restriction_lifted'
  | 'case.access_given'
  | 'case.access_removed'
  | 'case.glass_broken'
  | 'case.glass_breaking_reviewed'
  | 'alert.acknowledged'
  | 'case.proposed'
  | 'case.triage_failed'
  | 'case.raised'
  | 'information.added'
  | 'information.withdrawn'
  | 'information.passed'
  | 'information.read'
  | 'case.claimed'
  | 'case.released'
  | 'case.assigned'
  | 'case.claim_lapsed'
  | 'worklist_view.saved'
  | 'worklist_view.removed'
  | 'case.moved'
  | 'case.decided'
  | 'decision.signed'
  | 'decision.returned'
  | 'chronology.event_added'
  | 'chronology.event_corrected'
  | 'chronology.analysis_written'
  | 'clock.due_soon'
  | 'clock.breached'
  | 'clock.paused'
  | 'clock.resumed'
  | 'clock.breach_explained'
  | 'case.milestone_recorded'
  | 'case.handed_over'
  | 'case.handover_accepted'
  | 'rule_set.drafted'
  | 'rule_set.changed'
  | 'rule_set.abandoned'
  | 'rule_set.verification_requested'
  | 'rule_set.backtest_requested'
  | 'rule_set.job_cancelled'
  | 'rule_set.job_resumed'
  | 'rule_set.lower_list_read'
  | 'rule_set.approved'
  | 'rule_set.activated'
  | 'rule_set.rolled_back'
  | 'webhook.registered'
  | 'webhook.changed'
  | 'webhook.removed'
  | 'webhook.secret_rotated'
  | 'webhook.disabled'
  | 'legal_hold.placed'
  | 'legal_hold.lifted'
  | 'disposal.requested'
  | 'disposal.listed'
  | 'disposal.list_read'
  | 'disposal.item_kept'
  | 'disposal.approved'
  | 'disposal.completed'
  | 'disposal.certificate_read'
  | 'message.sent'
  | 'message.withheld'
  | 'message.failed'
  | 'message.released'
  | 'message.contact_recorded'
  | 'contact_point.changed'
  | 'referral.disposed'
  | 'case.disposed'
  | 'agreement.recorded'
  | 'enquiry_override.made'
  | 'enquiry_override.signed'
  | 'enquiry_override.refused'
  | 'enquiry.sent'
  | 'enquiry.answered'
  | 'enquiry.declined'
  | 'enquiry.withdrawn'
  | 'enquiry.reply_read'
  | 'replies.left_unread'
  | 'challenge.opened'
  | 'challenge.responded'
  | 'challenge.escalated'
  | 'challenge.accepted'
  | 'challenge.withdrawn'
  | 'challenge.decided'
  | 'family_review.requested'
  | 'family_review.acknowledged'
  | 'family_review.decided'
  | 'quality.sample_drawn'
  | 'quality.item_taken'
  | 'quality.item_given_back'
  | 'quality.item_rated'
  | 'quality.difference_closed'
  | 'person.confirmed_same'
  | 'person.said_different'
  | 'person.verdict_undone'
  | 'person.added'
  | 'relationship.recorded'
  | 'residence.recorded'
  | 'sibling.considered'
  | 'person.signed_in'
  | 'person.signed_out'
  | 'person.signed_out_everywhere'
  | 'person.reported_sign_in'
  | 'session.ended';

/** What happened, to which record, by whom and why. Details hold codes and ids, never names or free text. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly actor: Actor;
  readonly occurredAt: Date;
  readonly referralId?: ReferralId;
  readonly caseId?: CaseId;
  readonly fromState?: CaseState;
  readonly toState?: CaseState;
  readonly reason?: string;
  readonly ruleSet?: { readonly version: string; readonly hash: string };
  readonly details?: Readonly<Record<string, unknown>>;
  /** The record that the event is about, as a JSON value: the log keeps a salted commitment to it and nothing else. */
  readonly record?: unknown;
  /** Of the request or message that brought it about; left out, of the one that is being worked. */
  readonly correlationId?: string;
}

/** One recorded event as readers see it. */
export interface RecordedEvent {
  readonly id: string;
  readonly sequence: number;
  readonly occurredAt: Date;
  readonly action: AuditAction;
  readonly actorId: string;
  readonly actorName: string;
  readonly actorKind: Actor['kind'];
  readonly actorRole: string | null;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly ruleSetVersion: string | null;
  readonly ruleSetHash: string | null;
  readonly correlationId: string;
  readonly details: Readonly<Record<string, unknown>>;
}
