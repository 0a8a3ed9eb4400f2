import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheCase } from './row-security-of-cases.ts';

/** What the front door asks other agencies about a child, on which basis, and what they answer. */
export class Enquiries1765400000000 implements MigrationInterface {
  readonly name = 'Enquiries1765400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BASES + ENQUIRIES);
    await runner.query(ownAuthorityOnly('family_agreement', 'enquiry_override', 'enquiry', 'enquiry_reply'));
    await runner.query(hiddenWithTheCase('family_agreement', 'enquiry_override') + SHOWN_TO_THE_ASKED);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const BASES = `
CREATE TABLE family_agreement (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  given text NOT NULL CHECK (given IN ('yes', 'no', 'withdrawn')),
  said_by text[] NOT NULL CHECK (
    cardinality(said_by) > 0 AND said_by <@ ARRAY['parent_a', 'parent_b', 'child', 'carer']),
  how text NOT NULL CHECK (how IN ('in_person', 'telephone', 'video', 'letter', 'through_agency')),
  note text,
  recorded_by text NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  UNIQUE (id, authority_id),
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE
);
CREATE INDEX family_agreement_of_case ON family_agreement (case_id, recorded_at);
COMMENT ON TABLE family_agreement IS 'What a family said when they were asked later than in the referral. The last word counts.';
COMMENT ON COLUMN family_agreement.note IS 'Sealed under the key of the referral.';

CREATE TABLE enquiry_override (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN ('greater_risk', 'would_hinder_investigation', 'would_cause_delay',
    'could_not_contact', 'parent_is_alleged_source', 'covert_enquiry_agreed', 'section_47_threshold')),
  basis text NOT NULL CHECK (basis IN ('public_task', 'legal_obligation', 'vital_interests',
    'recognised_legitimate_interest')),
  statement text NOT NULL,
  level text,
  needs_signature boolean NOT NULL,
  made_by text NOT NULL,
  made_by_name text NOT NULL,
  made_by_role text NOT NULL,
  registration text NOT NULL,
  made_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('signed', 'refused')),
  signed_by text,
  signed_by_name text,
  signed_at timestamptz,
  refusal text,
  UNIQUE (id, authority_id),
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  CHECK (needs_signature OR (level = 'statutory_protection') IS TRUE),
  CHECK ((outcome IS NULL) = (signed_by IS NULL) AND (outcome IS NULL) = (signed_by_name IS NULL)
    AND (outcome IS NULL) = (signed_at IS NULL)),
  CHECK (signed_by IS NULL OR signed_by <> made_by),
  CHECK ((refusal IS NOT NULL) = (coalesce(outcome, '') = 'refused'))
);
CREATE INDEX enquiry_override_of_case ON enquiry_override (case_id, made_at);
COMMENT ON TABLE enquiry_override IS 'Why other agencies are asked although no family member agreed, by a registered person; below statutory protection a manager signs too.';
COMMENT ON COLUMN enquiry_override.statement IS 'Sealed under the key of the referral, as the refusal is.';
`;

const ENQUIRIES = `
CREATE TABLE enquiry (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  referral_id uuid NOT NULL,
  agency_id text NOT NULL,
  urgency text NOT NULL CHECK (urgency IN ('blue', 'green', 'amber', 'red')),
  asked text NOT NULL,
  child text NOT NULL,
  agreed boolean NOT NULL,
  override_id uuid,
  sent_by text NOT NULL,
  sent_by_name text NOT NULL,
  sent_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  nudged_at timestamptz,
  overdue_told_at timestamptz,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'declined', 'withdrawn')),
  closed_at timestamptz,
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawal_reason text,
  UNIQUE (id, authority_id),
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (authority_id, agency_id) REFERENCES agency (authority_id, id),
  FOREIGN KEY (override_id, authority_id) REFERENCES enquiry_override (id, authority_id) ON DELETE CASCADE,
  CHECK (agreed = (override_id IS NULL)),
  CHECK (due_at >= sent_at),
  CHECK ((state = 'open') = (closed_at IS NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_by IS NOT NULL) AND (withdrawn_by IS NULL) = (withdrawal_reason IS NULL)
    AND (withdrawn_by IS NULL) = (withdrawn_by_name IS NULL))
);
CREATE INDEX enquiry_of_case ON enquiry (case_id, sent_at);
CREATE INDEX enquiry_of_referral ON enquiry (referral_id);
CREATE INDEX enquiry_of_override ON enquiry (override_id) WHERE override_id IS NOT NULL;
CREATE INDEX enquiry_to_agency ON enquiry (authority_id, agency_id, due_at);
CREATE INDEX enquiry_to_nudge ON enquiry (authority_id, sent_at) WHERE state = 'open' AND overdue_told_at IS NULL;
CREATE UNIQUE INDEX enquiry_open ON enquiry (case_id, agency_id) WHERE state = 'open';
COMMENT ON TABLE enquiry IS 'One question to one agency about one child, and the basis on which it was asked.';
COMMENT ON COLUMN enquiry.child IS 'What the agency needs to find the child, no more: sealed under the key of the referral, as the question is.';

CREATE TABLE enquiry_reply (
  enquiry_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  agency_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('known', 'nothing_known', 'declined')),
  content text NOT NULL,
  content_index text NOT NULL,
  answered_by text NOT NULL,
  answered_by_name text NOT NULL,
  answered_at timestamptz NOT NULL,
  read_by text,
  read_by_name text,
  read_at timestamptz,
  FOREIGN KEY (enquiry_id, authority_id) REFERENCES enquiry (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  CHECK ((read_at IS NULL) = (read_by IS NULL) AND (read_at IS NULL) = (read_by_name IS NULL))
);
CREATE INDEX enquiry_reply_of_case ON enquiry_reply (case_id) WHERE read_at IS NULL;
COMMENT ON TABLE enquiry_reply IS 'What an agency answered, once; and who at the front door read it first.';
COMMENT ON COLUMN enquiry_reply.content IS 'Sealed under the key of the referral.';
COMMENT ON COLUMN enquiry_reply.content_index IS 'Blind index of the content: the same answer sent again is known for the same.';
`;

/**
 * An agency sees what it was asked, whatever hides the case. While it answers, and in that transaction alone, the case
 * is there to be told of the answer.
 */
const SHOWN_TO_THE_ASKED = `
${['enquiry', 'enquiry_reply']
  .map(
    (table) => `CREATE POLICY hidden_with_its_case ON ${table} AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  agency_id = current_setting('front_door.agency', true)
  OR EXISTS (SELECT 1 FROM case_record c WHERE c.id = ${table}.case_id));`,
  )
  .join('\n')}
ALTER POLICY restricted_records ON case_record USING (
  NOT restricted
  OR agency_id = current_setting('front_door.agency', true)
  OR id::text = current_setting('front_door.answering', true)
  OR EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = case_record.id
    AND a.person_id = current_setting('front_door.person', true)
    AND (a.expires_at IS NULL OR a.expires_at > now())));
`;

const GRANTS = `
GRANT SELECT, INSERT ON family_agreement, enquiry_override, enquiry, enquiry_reply TO front_door_api;
GRANT UPDATE (outcome, signed_by, signed_by_name, signed_at, refusal) ON enquiry_override TO front_door_api;
GRANT UPDATE (state, closed_at, withdrawn_by, withdrawn_by_name, withdrawal_reason) ON enquiry TO front_door_api;
GRANT UPDATE (read_by, read_by_name, read_at) ON enquiry_reply TO front_door_api;

-- The engine reminds agencies; it needs no word of what was asked.
GRANT SELECT (id, authority_id, case_id, referral_id, agency_id, state, sent_at, nudged_at, overdue_told_at),
  UPDATE (nudged_at, overdue_told_at) ON enquiry TO front_door_engine;
`;
