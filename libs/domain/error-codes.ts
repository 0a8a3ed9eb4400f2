/** The error catalogue: every refusal the service can give, its HTTP status and what the sender can do. */
export const ERROR_CATALOGUE = {
  malformed_json: {
    status: 400,
    title: 'The body is not well-formed JSON',
    remedy: 'Mend the JSON and send it again.',
  },
  body_too_deep: { status: 400, title: 'The body is nested too deeply', remedy: 'Send at most 32 levels of nesting.' },
  text_not_storable: {
    status: 400,
    title: 'The body holds characters that cannot be stored',
    remedy: 'Take out NUL characters and unpaired surrogates at the places named, and send again.',
  },
  not_signed_in: { status: 401, title: 'Sign in first', remedy: 'Send a bearer token from the configured issuer.' },
  not_allowed: { status: 403, title: 'You may not do this', remedy: 'Ask someone whose role allows it.' },
  second_person_needed: {
    status: 403,
    title: 'Somebody else has to do this',
    remedy: 'Ask a colleague with the right role who had no part in the work.',
  },
  not_found: { status: 404, title: 'There is no such record for you', remedy: 'Check the reference.' },
  idempotency_key_reused: {
    status: 409,
    title: 'This Idempotency-Key was used for another body',
    remedy: 'Use a new key for a new referral; repeat the same body with the same key.',
  },
  action_not_available: {
    status: 409,
    title: 'The case is not in a state that allows this',
    remedy: 'Read the case again: availableActions lists what can be done now.',
  },
  rule_set_not_ready: {
    status: 409,
    title: 'The rule set is not ready for this step',
    remedy: 'Read the rule set again: its stage says what has been done, the detail what is missing.',
  },
  rule_set_label_taken: {
    status: 409,
    title: 'This version label is in use',
    remedy: 'Choose another label for the version.',
  },
  record_changed: {
    status: 412,
    title: 'The record has changed since you read it',
    remedy: 'Read it again and repeat your change with the new ETag.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    remedy: 'Send at most 256 KB; a rule file at most 2 MB.',
  },
  unsupported_media_type: { status: 415, title: 'Send JSON', remedy: 'Use Content-Type: application/json.' },
  validation_failed: {
    status: 422,
    title: 'Some answers need mending',
    remedy: 'Each fault names its place; mend them all and send again.',
  },
  precondition_required: {
    status: 428,
    title: 'Say which version of the record you read',
    remedy: 'Send If-Match with the ETag of your last read.',
  },
  internal_fault: {
    status: 500,
    title: 'The service failed',
    remedy: 'Repeat the request with the same Idempotency-Key. If a child is in danger now, telephone.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot take this now',
    remedy: 'Repeat with the same Idempotency-Key after Retry-After. If a child is in danger now, telephone.',
  },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;
