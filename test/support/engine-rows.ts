import type { RowOf } from './engine-attempts.ts';

/**
 * Rows that the database accepts, as SQL expressions, for tests that spoil one column at a time. `:proposed` and
 * `:decided` stand for the ids of a case that the rules proposed for and of one that a person decided.
 */
const AUTHORITY = { authority_id: `'larkshire'` };
const NEW_ID = { id: 'gen_random_uuid()' };

export const REFERRAL: RowOf = {
  ...NEW_ID,
  ...AUTHORITY,
  agency_id: `(SELECT agency_id FROM referral LIMIT 1)`,
  reference: `'FD-TEST'`,
  body: `'{}'`,
  body_sha256: `encode(sha256('{}'), 'hex')`,
  received_at: 'now()',
  submitted_by: `'x'`,
  receipt: `'{}'`,
  flags: `'{}'`,
  correlation_id: 'gen_random_uuid()',
};

/** A second key for the proposed case's referral. */
export const RECORD_KEY: RowOf = {
  referral_id: '(SELECT referral_id FROM case_record WHERE id = :proposed)',
  ...AUTHORITY,
  wrapped: `'\\x00'`,
  key_id: `'k1'`,
};

/** The same child as the proposed case, once more. */
export const CASE: RowOf = {
  ...NEW_ID,
  ...AUTHORITY,
  referral_id: '(SELECT referral_id FROM case_record WHERE id = :proposed)',
  agency_id: `'x'`,
  reference: `'FD-TEST-1'`,
  child_index: '(SELECT child_index FROM case_record WHERE id = :proposed)',
  queue: `'screening'`,
  state: `'received'`,
  received_at: 'now()',
};

/** A clock of a kind that runs for the proposed case already. */
export const CLOCK: RowOf = {
  ...NEW_ID,
  ...AUTHORITY,
  case_id: ':proposed',
  kind: `'urgency'`,
  rule: `'{}'`,
  started_at: 'now()',
  due_at: `now()`,
};

export const MESSAGE: RowOf = {
  ...NEW_ID,
  ...AUTHORITY,
  topic: `'triage.requested'`,
  lane: `'standard'`,
  case_id: ':proposed',
  input_version: '2',
  correlation_id: 'gen_random_uuid()',
};

export const RULE_SET: RowOf = {
  hash: `encode(sha256('{"rules":1}'), 'hex')`,
  rule_set_id: `'test'`,
  version: `'1'`,
  content: `'{"rules":1}'`,
};

export const RUN: RowOf = {
  ...NEW_ID,
  ...AUTHORITY,
  case_id: ':proposed',
  input_version: '2',
  rule_set_id: `'test'`,
  rule_set_version: `'1'`,
  rule_set_hash: '(SELECT hash FROM rule_set_content LIMIT 1)',
  evaluated_at: 'now()',
  evaluated_on: 'now()',
  facts: `'{}'`,
  evaluation: `'{}'`,
  proposal: `'{}'`,
};

/** Confirms its proposal, so it needs neither an override reason nor a second signature. */
export const DECISION: RowOf = {
  ...NEW_ID,
  ...AUTHORITY,
  case_id: ':proposed',
  proposed_level: `'early_help'`,
  proposed_urgency: `'green'`,
  level: `'early_help'`,
  pathway: `'early_help'`,
  urgency: `'green'`,
  rationale: `'Because.'`,
  override_reason: 'NULL',
  decided_by: `'social-worker'`,
  decided_by_name: `'Wren Whitethroat'`,
  decided_by_role: `'social_worker'`,
  registration: `'SW000001'`,
  decided_at: 'now()',
  sign_off_reasons: `'{}'`,
};

export const STATUTORY: RowOf = {
  ...DECISION,
  proposed_level: `'statutory_need'`,
  level: `'statutory_need'`,
  pathway: `'statutory'`,
  sign_off_reasons: `'{statutory_outcome}'`,
};

export const NO_FURTHER_ACTION: RowOf = {
  ...DECISION,
  level: 'NULL',
  pathway: `'no_further_action'`,
  override_reason: `'No need was found.'`,
};

/** A second person's signature under the decided case's decision. */
export const SIGN_OFF: RowOf = {
  decision_id: '(SELECT current_decision_id FROM case_record WHERE id = :decided)',
  ...AUTHORITY,
  decided_by: `'social-worker'`,
  outcome: `'signed'`,
  reason: 'NULL',
  signed_by: `'manager'`,
  signed_by_name: `'Martin Merlin'`,
  signed_by_role: `'manager'`,
  signed_at: 'now()',
};

export const EVENT: RowOf = {
  ...NEW_ID,
  ...AUTHORITY,
  case_id: ':proposed',
  occurred_at: 'now()',
  actor_id: `'x'`,
  actor_name: `'X'`,
  actor_kind: `'service'`,
  action: `'case.proposed'`,
  correlation_id: 'gen_random_uuid()',
  details: `'{}'`,
  actor_salt: `sha256('salt')`,
  actor_commitment: `sha256('actor')`,
  leaf_hash: `sha256('entry')`,
};
