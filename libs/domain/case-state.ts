/** Where a case stands on its way through the front door (domain pack 4.2). */
export const CASE_STATES = [
  'received',
  'validated',
  'matched',
  'auto_triaged',
  'needs_information',
  'screening',
  'information_gathering',
  'on_hold_police',
  'escalated',
  'threshold_decision',
  'signed',
  'routed',
  'accepted',
  'bounced',
  'feedback_sent',
  'closed',
  'reopened',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** States in which nobody has to act on the threshold any more; every other state stands in a queue with its clock. */
export const SETTLED_STATES: readonly CaseState[] = ['signed', 'routed', 'accepted', 'feedback_sent', 'closed'];
