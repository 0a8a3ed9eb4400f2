import type { Wordings } from './wording.ts';

const DANGER = 'If a child is in danger now, call 999.';
const LOOK = 'Sign in at {link} to read {reference}.';

export const ENGLISH: Wordings = {
  acknowledgement: {
    subject: 'We have your referral {reference}',
    lines: [
      '{service} has received your referral. Its reference is {reference}.',
      'A social worker will decide what happens next by {dueAt}.',
      `See where it stands: sign in at {link}, or ask for {reference} through your own system.`,
      `If you become more worried, telephone {telephone} and give the reference. ${DANGER}`,
    ],
  },
  acknowledgement_to_public: {
    subject: 'Thank you for contacting us: {reference}',
    lines: [
      '{service} has received what you told us. Its reference is {reference}.',
      'A social worker will decide what happens next by {dueAt}. To protect a family’s privacy we may not be able to tell you what that is.',
      `If you become more worried, telephone {telephone} and give the reference. ${DANGER}`,
    ],
  },
  outcome: {
    subject: 'The outcome of {reference} is ready to read',
    lines: [
      '{service} has decided what happens next about {reference}.',
      'What was decided and why, what happens next, what to do if you are still worried and how to disagree: sign in at {link} to read it.',
      `If you are worried, telephone {telephone} and give the reference. ${DANGER}`,
    ],
  },
  outcome_to_public: {
    subject: 'Thank you for telling us: {reference}',
    lines: [
      '{service} has considered what you told us under {reference}. To protect a family’s privacy we cannot tell you more.',
      'If you are still worried, or think that we got it wrong, telephone {telephone} and give the reference.',
      DANGER,
    ],
  },
  clock_due_soon: {
    subject: '{reference} is due soon',
    lines: ['A deadline of {reference} ends at {dueAt}.', LOOK],
  },
  clock_breached: {
    subject: '{reference} is overdue',
    lines: ['A deadline of {reference} has passed: it was {dueAt}.', LOOK],
  },
  case_raised: {
    subject: '{reference} is more urgent than it was',
    lines: ['New facts have raised {reference}. Please look at it again.', LOOK],
  },
  emergency_duty_page: {
    subject: 'Emergency duty: {reference} cannot wait',
    lines: [
      'An urgent referral came in while the office is closed: {reference}.',
      'Somebody has to act on it now.',
      LOOK,
    ],
  },
  handover_waiting: {
    subject: 'Handover of {reference} waits for you',
    lines: ['The emergency duty team has handed {reference} over. Accept it by {dueAt}.', LOOK],
  },
  case_assigned: {
    subject: '{reference} is yours now',
    lines: ['A colleague has given you {reference}.', LOOK],
  },
  claim_lapsed: {
    subject: '{reference} is back in the queue',
    lines: [
      'You had not worked on {reference} for some time, so it went back to the queue. Take it again if it is still yours to do.',
      LOOK,
    ],
  },
  information_for_worker: {
    subject: 'New information: {reference}',
    lines: ['There is new information for you in {reference}. Read it by {dueAt}.', LOOK],
  },
  possible_same_person: {
    subject: 'Perhaps the same person: {reference}',
    lines: ['Somebody in {reference} may be known already. Please confirm or refuse it.', LOOK],
  },
  sender_told_more: {
    subject: 'The sender has told us more: {reference}',
    lines: ['Whoever sent {reference} has told us more. Read it before you decide.', LOOK],
  },
  enquiry_requested: {
    subject: '{service} asks for your information: {reference}',
    lines: [
      '{service} asks your agency for information. The reference is {reference}.',
      'Please answer by {dueAt}.',
      'What is asked, and why we may ask: sign in at {link} to read it.',
      'If you cannot answer in time, telephone {telephone}.',
    ],
  },
  enquiry_nudge: {
    subject: 'A reminder: we wait for your answer, {reference}',
    lines: ['{service} has asked your agency for information under {reference}. Please answer by {dueAt}.', LOOK],
  },
  enquiry_overdue: {
    subject: 'No answer came in time: {reference}',
    lines: ['An enquiry in {reference} should have been answered by {dueAt}.', LOOK],
  },
  enquiry_replied: {
    subject: 'A reply has come: {reference}',
    lines: ['A partner agency has replied in {reference}. Nothing is signed off before it is read.', LOOK],
  },
  challenge_opened: {
    subject: 'A challenge was opened: {reference}',
    lines: ['A decision in {reference} is challenged. It should be answered by {dueAt}.', LOOK],
  },
  challenge_stage_moved: {
    subject: 'A challenge has moved on: {reference}',
    lines: [
      'The challenge in {reference} has reached its next stage. It should be answered by {dueAt}.',
      LOOK,
      'To speak to somebody, telephone {telephone}.',
    ],
  },
  challenge_decided: {
    subject: 'A challenge was decided: {reference}',
    lines: ['The challenge in {reference} has been decided.', LOOK, 'To speak to somebody, telephone {telephone}.'],
  },
  family_review_requested: {
    subject: 'A family asks for a review: {reference}',
    lines: ['A family has asked for a review in {reference}. It should be answered by {dueAt}.', LOOK],
  },
  family_review_decided: {
    subject: 'A review was decided: {reference}',
    lines: ['The review in {reference} has been decided.', LOOK],
  },
  safe_contact_needed: {
    subject: 'Safe contact needed: {reference}',
    lines: [
      'Somebody who contacted us under {reference} is not written to automatically, because that might not be safe for them or a child.',
      'Find out how to reach them safely, then release the message or record that you spoke to them.',
      LOOK,
    ],
  },
  message_failed: {
    subject: 'A message did not arrive: {reference}',
    lines: ['A message about {reference} could not be delivered. Please reach its recipient in another way.', LOOK],
  },
  digest: {
    subject: 'Messages for you from {service}',
    lines: ['There are messages for you about {reference}.', 'Sign in at {link} to read them.'],
  },
};
