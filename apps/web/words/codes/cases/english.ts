import type { AccessPurpose } from '#access-policy';
import type { OfferedAction } from '#decisions';
import type { CaseState, DecidedPathway, Level, SignOffReason, Urgency } from '#domain';
import type { InformationSource } from '#history';
import type { Attachment } from '#intake';

const URGENCIES: Readonly<Record<Urgency | 'not_triaged', string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  blue: 'Blue',
  not_triaged: 'Not rated yet',
};

const LEVELS: Readonly<Record<Level, string>> = {
  universal: 'Universal',
  early_help: 'Early help',
  targeted_early_help: 'Targeted early help',
  statutory_need: 'Statutory: child in need',
  statutory_protection: 'Statutory: child protection',
};

const PATHWAYS: Readonly<Record<DecidedPathway, string>> = {
  universal: 'Universal services',
  early_help: 'Early help',
  statutory: 'Statutory social work',
  no_further_action: 'No further action',
};

const CASE_STATES: Readonly<Record<CaseState, string>> = {
  received: 'Received',
  validated: 'Checked',
  matched: 'Compared with earlier records',
  auto_triaged: 'Waiting for a person',
  needs_information: 'Waiting for a person, answers missing',
  screening: 'Being screened',
  information_gathering: 'Gathering information',
  on_hold_police: 'On hold for the police',
  escalated: 'Escalated',
  threshold_decision: 'Waiting for sign-off',
  signed: 'Decided',
  routed: 'Sent to the receiving team',
  accepted: 'Accepted by the receiving team',
  bounced: 'Sent back by the receiving team',
  feedback_sent: 'Sender told of the outcome',
  closed: 'Closed',
  reopened: 'Reopened',
};

const CASE_ACTIONS: Readonly<Record<OfferedAction, string>> = {
  validate: 'Check',
  match: 'Compare',
  propose: 'Propose',
  propose_with_questions: 'Propose with open questions',
  claim: 'Claim this case',
  release: 'Release this case',
  gather_information: 'Start to gather information',
  resume: 'Go back to screening',
  hold_for_police: 'Hold for the police',
  escalate: 'Escalate to a manager',
  decide: 'Decide',
  sign: 'Sign the decision',
  return: 'Send the decision back',
  route: 'Send to the receiving team',
  accept: 'Accept for your team',
  bounce: 'Send back to the front door',
  send_feedback: 'Tell the sender the outcome',
  close: 'Close the case',
  reopen: 'Reopen the case',
  uphold: 'Uphold the challenge',
};

const SIGN_OFF_REASONS: Readonly<Record<SignOffReason, string>> = {
  statutory_outcome: 'The outcome is statutory',
  lower_than_proposed: 'It is lower than the rules propose',
  no_further_action_with_history: 'It ends without action, and there were earlier contacts',
  accumulation_without_help: 'Contacts add up, and it ends without help',
};

const INFORMATION_SOURCES: Readonly<Record<InformationSource, string>> = {
  child: 'The child',
  family: 'The family',
  referrer: 'The sender of the referral',
  partner_agency: 'Another agency',
  public: 'A member of the public',
  own_records: 'Our own records',
  visit: 'A visit',
};

const ACCESS_PURPOSES: Readonly<Record<AccessPurpose, string>> = {
  triage: 'Work on the case',
  review: 'Review',
  quality_audit: 'Quality audit',
  complaint: 'Complaint',
  subject_access: 'Request to see a record',
  other: 'Something else',
};

const ATTACHMENT_STATES: Readonly<Record<Attachment['state'], string>> = {
  quarantined: 'Waiting for the virus check',
  clean: 'Checked and safe to open',
  infected: 'Harmful: cannot be opened',
  unreadable: 'Could not be checked: cannot be opened',
};

/** Codes of a case, its decision and what came with it. */
export const CASE_CODES_ENGLISH = {
  urgencies: URGENCIES,
  levels: LEVELS,
  pathways: PATHWAYS,
  caseStates: CASE_STATES,
  caseActions: CASE_ACTIONS,
  signOffReasons: SIGN_OFF_REASONS,
  informationSources: INFORMATION_SOURCES,
  accessPurposes: ACCESS_PURPOSES,
  attachmentStates: ATTACHMENT_STATES,
};
