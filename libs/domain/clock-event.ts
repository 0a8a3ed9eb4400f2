/** What happens in the life of a case after the front door's decision, recorded by a person when they learn of it. */
export const MILESTONES = [
  'strategy_discussion_decided',
  'strategy_discussion_held',
  'section_47_started',
  'child_seen',
  'assessment_authorised',
  'conference_held',
  'core_group_held',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Everything that can start or stop a clock of a case. Which of them does what, the authority's table of clocks says. */
export const CLOCK_EVENTS = [
  'referral_received',
  'acknowledged',
  'urgency_set',
  'decided',
  'returned',
  'signed',
  'routed',
  'accepted',
  'bounced',
  'outcome_sent',
  'reopened',
  'enquiry_sent',
  'enquiry_answered',
  'enquiry_withdrawn',
  'challenge_opened',
  'challenge_stage_moved',
  'challenge_closed',
  'family_review_requested',
  'family_review_decided',
  'information_passed',
  'information_read',
  'handover_made',
  'handover_accepted',
  ...MILESTONES,
] as const;
export type ClockEvent = (typeof CLOCK_EVENTS)[number];
