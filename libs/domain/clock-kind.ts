/**
 * What a clock of a case waits for. `decide_next_steps` is one working day by Working Together; `urgency` is the
 * authority's BRAG limit; both run. Source: domain pack 2.2 to 2.7, 4.3, 4.4.
 */
export const CLOCK_KINDS = [
  'decide_next_steps',
  'urgency',
  'acknowledge',
  'partner_reply',
  'sign_off',
  'feedback',
  'route_acceptance',
  'strategy_discussion',
  'child_seen',
  'assessment',
  'conference',
  'core_group',
  'event',
  'handover',
  'challenge_stage',
  'family_review',
  'information_to_worker',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];
