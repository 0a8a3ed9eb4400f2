/** Everything the service tells anybody by message; each has its words in `notifications`. */
export const MESSAGE_TEMPLATES = [
  'acknowledgement',
  'outcome',
  'clock_due_soon',
  'clock_breached',
  'case_raised',
  'emergency_duty_page',
  'handover_waiting',
  'information_for_worker',
  'possible_same_person',
  'enquiry_requested',
  'enquiry_nudge',
  'enquiry_overdue',
  'enquiry_replied',
  'challenge_opened',
  'challenge_stage_moved',
  'challenge_decided',
  'family_review_requested',
  'family_review_decided',
  'safe_contact_needed',
  'message_failed',
] as const;
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number];
