/** The error catalogue: every refusal the service can give, its HTTP status and what the sender can do. */
export const ERROR_CATALOGUE = {
  malformed_json: {
    status: 400,
    title: 'The body is not well-formed JSON',
    remedy: 'Mend the JSON and send it again.',
  },
  malformed_upload: {
    status: 400,
    title: 'The form cannot be read',
    remedy: 'Send multipart/form-data with one file in it.',
  },
  body_too_deep: { status: 400, title: 'The body is nested too deeply', remedy: 'Send at most 32 levels of nesting.' },
  body_too_complex: {
    status: 400,
    title: 'The body holds too much',
    remedy: 'Send at most 20,000 values, 5,000 in one list, and 128,000 characters in one text.',
  },
  text_not_storable: {
    status: 400,
    title: 'The body holds characters that cannot be stored',
    remedy: 'Take out NUL characters and unpaired surrogates at the places named, and send again.',
  },
  not_signed_in: { status: 401, title: 'Sign in first', remedy: 'Send a bearer token from the configured issuer.' },
  second_factor_needed: {
    status: 401,
    title: 'Sign in with a second factor',
    remedy: 'Sign in again and confirm with your second factor, for example the code from your telephone.',
  },
  sign_in_failed: {
    status: 400,
    title: 'The sign-in did not come through',
    remedy: 'Start again from the first page of the service.',
  },
  not_allowed: { status: 403, title: 'You may not do this', remedy: 'Ask someone whose role allows it.' },
  second_person_needed: {
    status: 403,
    title: 'Somebody else has to do this',
    remedy: 'Ask a colleague with the right role who had no part in the work.',
  },
  sharing_agreement_expired: {
    status: 403,
    title: 'There is no data-sharing agreement in force with your agency',
    remedy: 'Ask the authority to renew the agreement. Go on sending referrals: they are taken in as before.',
  },
  not_found: { status: 404, title: 'There is no such record for you', remedy: 'Check the reference.' },
  method_not_allowed: {
    status: 405,
    title: 'This address does not do that',
    remedy: 'The Allow header lists the methods that it knows.',
  },
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
  cannot_be_assigned: {
    status: 409,
    title: 'The case cannot be given to this person or team',
    remedy: 'Choose somebody who may work on it and, where it is restricted, is named on it.',
  },
  no_lawful_basis: {
    status: 409,
    title: 'Nothing allows asking other agencies about this child yet',
    remedy: 'Record that the family agreed, or have an override signed that says why they were not asked.',
  },
  siblings_not_considered: {
    status: 409,
    title: 'Brothers or sisters of the child have not been considered',
    remedy: 'Record for each of them what should happen, or decide their own case first; the family view names them.',
  },
  verdict_stands: {
    status: 409,
    title: 'Somebody has said whether these are one person',
    remedy: 'Read the people of the case again. To say otherwise, undo what stands first, with a reason.',
  },
  replies_unread: {
    status: 409,
    title: 'Replies of other agencies have not been read',
    remedy: 'Open them first, or say in `unreadReason` why you sign without.',
  },
  already_open: {
    status: 409,
    title: 'This record is open to you already',
    remedy: 'Read it as you read every other: search for its reference in the worklist.',
  },
  nobody_left_to_decide: {
    status: 409,
    title: 'Nobody who keeps access could decide',
    remedy: 'Name a social worker or manager who has signed in here before.',
  },
  disposal_not_ready: {
    status: 409,
    title: 'The disposal is not ready for this step',
    remedy: 'Read the disposal again: its state says how far it has come, the detail what is missing.',
  },
  preview_needed: {
    status: 409,
    title: 'Read the preview of exactly this export first',
    remedy: 'Ask for a preview with the same answers, read it, and send its hash with the final request.',
  },
  redaction_incomplete: {
    status: 409,
    title: 'Somebody else could still be recognised in the export',
    remedy: 'Nothing was handed out. Add the words that remain to redact, or withhold the sections named.',
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
  record_disposed: {
    status: 410,
    title: 'The content of this record has been destroyed',
    remedy: 'Nothing can bring it back. Ask the authority for the certificate of its disposal.',
  },
  too_many_attachments: {
    status: 409,
    title: 'The referral has as many attachments as it can hold',
    remedy: 'Put several papers into one file, or ask the front door how to send them.',
  },
  not_scanned_yet: {
    status: 409,
    title: 'The attachment has not been scanned yet',
    remedy: 'Ask again in a few minutes. If it stays so, tell the administrator: the scanner may be away.',
  },
  attachment_infected: {
    status: 410,
    title: 'The scanner found something harmful in the attachment',
    remedy: 'It is not given out. Tell the sender, who should have their computer looked at and send a clean file.',
  },
  attachment_unreadable: {
    status: 410,
    title: 'The attachment could not be read',
    remedy: 'Ask the sender to send it again.',
  },
  webhook_limit_reached: {
    status: 409,
    title: 'Your agency has as many webhooks as it can have',
    remedy: 'Change one of them, or remove one first.',
  },
  webhook_disabled: {
    status: 409,
    title: 'This webhook is disabled',
    remedy: 'Enable it first: PATCH with enabled true.',
  },
  raised_since_decided: {
    status: 409,
    title: 'The rules propose more than when this was decided',
    remedy: 'Return the decision: something was learned since, and it must be decided anew.',
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
  attachment_refused: {
    status: 422,
    title: 'This file is not taken',
    remedy:
      'Send a PDF, PNG, JPEG, HEIC, Word (docx), OpenDocument (odt) or plain text file whose name says what it is.',
  },
  precondition_required: {
    status: 428,
    title: 'Say which version of the record you read',
    remedy: 'Send If-Match with the ETag of your last read.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests in a short time',
    remedy:
      'Nothing was stored. Repeat with the same Idempotency-Key after Retry-After. If a child is in danger now, telephone.',
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
