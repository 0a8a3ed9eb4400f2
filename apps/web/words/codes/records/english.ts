import type { BreachReasonCode, MilestoneSource } from '#clocks';
import type { Answer, ClockKind, Milestone } from '#domain';
import type {
  AgreementAnswer,
  AgreementSpeaker,
  AgreementWay,
  DeclineReason,
  EnquiryState,
  IdentifyingDetail,
  LawfulGround,
  OverrideReason,
  ReplyKind,
} from '#enquiries';
import type { ConsiderationOutcome } from '#family';
import type { RelationshipKind } from '#people';

const CLOCK_KINDS: Readonly<Record<ClockKind, string>> = {
  decide_next_steps: 'Decide next steps',
  urgency: 'Decide by urgency',
  acknowledge: 'Acknowledge the referral',
  partner_reply: 'Partner’s reply to an enquiry',
  sign_off: 'Second signature',
  feedback: 'Tell the referrer the outcome',
  route_acceptance: 'Receiving team accepts',
  strategy_discussion: 'Hold a strategy discussion',
  child_seen: 'See the child',
  assessment: 'Finish the assessment',
  conference: 'Hold the child protection conference',
  core_group: 'First meeting of the core group',
  event: 'Act before the event',
  handover: 'Accept the handover',
  challenge_stage: 'Answer the challenge at its stage',
  family_review: 'Answer the family’s review',
  information_to_worker: 'Worker reads the new contact',
};

const CLOCK_STATES: Readonly<Record<'running' | 'paused' | 'overdue' | 'met' | 'late' | 'replaced', string>> = {
  running: 'In time',
  paused: 'Paused',
  overdue: 'Overdue',
  met: 'Done in time',
  late: 'Done late',
  replaced: 'Started again',
};

const BREACH_REASONS: Readonly<Record<BreachReasonCode, string>> = {
  too_much_work: 'Too much work came in',
  waiting_for_partner: 'We waited for another agency',
  waiting_for_family: 'We waited for the family',
  child_not_found: 'The child could not be found',
  risk_changed: 'The risk changed while we worked',
  court_or_police: 'A court or the police asked us to wait',
  staff_absent: 'Staff were absent',
  system_fault: 'A computer system failed',
  recorded_late: 'It was done in time but recorded late',
  other: 'Something else',
};

const MILESTONES: Readonly<Record<Milestone, string>> = {
  strategy_discussion_decided: 'Strategy discussion decided on',
  strategy_discussion_held: 'Strategy discussion held',
  section_47_started: 'Child protection enquiry began',
  child_seen: 'Child seen',
  assessment_authorised: 'Assessment authorised',
  conference_held: 'Conference held',
  core_group_held: 'Core group met',
};

const MILESTONE_SOURCES: Readonly<Record<MilestoneSource, string>> = {
  own_record: 'I did it or was there',
  case_management_system: 'Case management system',
  minutes_of_meeting: 'Minutes of the meeting',
  told_by_professional: 'A professional told me',
  police: 'The police told me',
};

const RELATIONSHIP_KINDS: Readonly<Record<RelationshipKind, string>> = {
  parent: 'Parent',
  step_parent: 'Step-parent',
  sibling: 'Brother or sister',
  half_sibling: 'Half-brother or half-sister',
  partner: 'Partner of a parent',
  grandparent: 'Grandparent',
  carer: 'Carer',
  other: 'Other',
  not_known: 'Not known',
};

const ANSWERS: Readonly<Record<Answer, string>> = {
  yes: 'Yes',
  no: 'No',
  not_known: 'Asked, not known',
  not_asked: 'Not asked yet',
};

const CONSIDERATIONS: Readonly<Record<ConsiderationOutcome, string>> = {
  own_case_needed: 'They need a case of their own',
  already_open: 'A case of theirs is open already',
  no_concern: 'No worry about them',
  not_known: 'Not enough is known yet',
};

const ENQUIRY_STATES: Readonly<Record<EnquiryState, string>> = {
  open: 'Waiting for a reply',
  answered: 'Answered',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
};

const REPLY_KINDS: Readonly<Record<ReplyKind, string>> = {
  known: 'The child is known to them',
  nothing_known: 'They know nothing',
  declined: 'They declined to answer',
};

const DECLINE_REASONS: Readonly<Record<DeclineReason, string>> = {
  not_our_area: 'Not their area',
  basis_not_clear: 'The lawful basis is not clear to them',
  already_sent: 'They have sent it already',
  other: 'Another reason',
};

const OVERRIDE_REASONS: Readonly<Record<OverrideReason, string>> = {
  greater_risk: 'Asking could put the child or somebody else at greater risk',
  would_hinder_investigation: 'Asking would hinder an investigation',
  would_cause_delay: 'Asking would cause a delay that could harm the child',
  could_not_contact: 'Nobody in the family could be reached',
  parent_is_alleged_source: 'A parent is said to cause the harm',
  covert_enquiry_agreed: 'A covert enquiry was agreed with the police',
  section_47_threshold: 'The threshold of section 47 is met',
};

const LAWFUL_GROUNDS: Readonly<Record<LawfulGround, string>> = {
  public_task: 'Public task',
  legal_obligation: 'Legal obligation',
  vital_interests: 'Vital interests',
  recognised_legitimate_interest: 'Recognised legitimate interest: safeguarding',
};

const AGREEMENT_ANSWERS: Readonly<Record<AgreementAnswer, string>> = {
  yes: 'They agreed',
  no: 'They did not agree',
  withdrawn: 'They took their agreement back',
};

const AGREEMENT_SPEAKERS: Readonly<Record<AgreementSpeaker, string>> = {
  parent_a: 'One parent',
  parent_b: 'The other parent',
  child: 'The child',
  carer: 'A carer',
};

const AGREEMENT_WAYS: Readonly<Record<AgreementWay, string>> = {
  in_person: 'In person',
  telephone: 'By telephone',
  video: 'By video call',
  letter: 'By letter',
  through_agency: 'Through another agency',
};

const IDENTIFYING_DETAILS: Readonly<Record<IdentifyingDetail, string>> = {
  address: 'Address',
  identifiers: 'The number they know the child by, for example the NHS number or pupil number',
};

/** Codes of the records below a case. */
export const RECORD_CODES_ENGLISH = {
  clockKinds: CLOCK_KINDS,
  clockStates: CLOCK_STATES,
  breachReasons: BREACH_REASONS,
  milestones: MILESTONES,
  milestoneSources: MILESTONE_SOURCES,
  relationshipKinds: RELATIONSHIP_KINDS,
  answers: ANSWERS,
  considerations: CONSIDERATIONS,
  enquiryStates: ENQUIRY_STATES,
  replyKinds: REPLY_KINDS,
  declineReasons: DECLINE_REASONS,
  overrideReasons: OVERRIDE_REASONS,
  lawfulGrounds: LAWFUL_GROUNDS,
  agreementAnswers: AGREEMENT_ANSWERS,
  agreementSpeakers: AGREEMENT_SPEAKERS,
  agreementWays: AGREEMENT_WAYS,
  identifyingDetails: IDENTIFYING_DETAILS,
};
