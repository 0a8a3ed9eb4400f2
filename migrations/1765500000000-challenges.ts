import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheCase } from './row-security-of-cases.ts';

/** Disagreement with a decision: of the agency that referred, in stages, or of the family. */
export class Challenges1765500000000 implements MigrationInterface {
  readonly name = 'Challenges1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ownAuthorityOnly('challenge', 'challenge_entry'));
    await runner.query(hiddenWithTheCase('challenge', 'challenge_entry'));
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = `
CREATE TABLE challenge (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  referral_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('professional', 'family_review')),
  agency_id text,
  grounds text NOT NULL CHECK (grounds ~ '^[a-z_]{3,40}$'),
  asked_by text CHECK (asked_by IN ('parent', 'child', 'carer', 'other_family', 'advocate')),
  asked_how text CHECK (asked_how IN ('in_person', 'telephone', 'letter', 'email', 'through_agency')),
  complaint boolean NOT NULL DEFAULT false,
  acknowledge_by date,
  acknowledged_at timestamptz,
  acknowledged_by text,
  stage smallint NOT NULL CHECK (stage BETWEEN 1 AND 4),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'withdrawn', 'decided')),
  outcome text,
  opened_by text NOT NULL,
  opened_by_name text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  UNIQUE (id, authority_id),
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (decision_id, authority_id) REFERENCES decision (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (authority_id, agency_id) REFERENCES agency (authority_id, id),
  CHECK ((kind = 'professional') = (agency_id IS NOT NULL)),
  CHECK ((kind = 'family_review') = (asked_by IS NOT NULL) AND (asked_by IS NULL) = (asked_how IS NULL)),
  CHECK (kind = 'professional' OR stage = 1),
  CHECK (kind = 'family_review' OR NOT complaint),
  CHECK (complaint = (acknowledge_by IS NOT NULL)),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL) AND (acknowledged_at IS NULL OR complaint)),
  CHECK ((state = 'open') = (closed_at IS NULL)),
  CHECK ((state = 'decided') = (outcome IS NOT NULL)),
  CHECK (outcome IS NULL OR CASE kind
    WHEN 'professional' THEN outcome IN ('upheld', 'partly_upheld', 'not_upheld')
    ELSE outcome IN ('decision_stands', 'decision_changed', 'explained') END)
);
CREATE INDEX challenge_of_case ON challenge (case_id, opened_at);
CREATE INDEX challenge_of_decision ON challenge (decision_id);
CREATE INDEX challenge_of_referral ON challenge (referral_id);
CREATE INDEX challenge_in_order ON challenge (authority_id, opened_at DESC, id DESC);
CREATE UNIQUE INDEX challenge_open ON challenge (case_id, kind) WHERE state = 'open';
COMMENT ON TABLE challenge IS 'A disagreement with a decision and where it stands: of the agency that referred (professional) or of the family (family_review).';
COMMENT ON COLUMN challenge.acknowledge_by IS 'Last day to acknowledge a data-protection complaint.';

CREATE TABLE challenge_entry (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  challenge_id uuid NOT NULL,
  position smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('opened', 'response', 'escalated', 'accepted', 'withdrawn', 'acknowledged', 'decided')),
  stage smallint NOT NULL CHECK (stage BETWEEN 1 AND 4),
  immediate_risk boolean NOT NULL DEFAULT false,
  side text NOT NULL CHECK (side IN ('agency', 'family', 'front_door')),
  written text NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  by_role text NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (challenge_id, position),
  FOREIGN KEY (challenge_id, authority_id) REFERENCES challenge (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE
);
CREATE INDEX challenge_entry_of_case ON challenge_entry (case_id);
COMMENT ON TABLE challenge_entry IS 'What was said and done in a challenge, step by step: written once, read by both sides.';
COMMENT ON COLUMN challenge_entry.written IS 'Sealed under the key of the referral.';
COMMENT ON COLUMN challenge_entry.side IS 'For whom it was said, whoever entered it.';
`;

const GRANTS = `
GRANT SELECT, INSERT ON challenge, challenge_entry TO front_door_api;
GRANT UPDATE (stage, state, outcome, closed_at, acknowledged_at, acknowledged_by) ON challenge TO front_door_api;
`;
