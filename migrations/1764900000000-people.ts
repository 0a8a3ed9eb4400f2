import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheReferral } from './row-security-of-cases.ts';

/** The people named in referrals, how alike they are, and which of them somebody says are one person. */
export class People1764900000000 implements MigrationInterface {
  readonly name = 'People1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ownAuthorityOnly(...NAMES) + hiddenWithTheReferral('person_mention'));
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const NAMES = ['person_mention', 'person_key', 'person_candidate', 'person_verdict'];

const TABLES = `
CREATE TABLE person_mention (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL,
  case_id uuid,
  role text NOT NULL CHECK (role IN ('child', 'household_member', 'other_adult', 'source_of_harm')),
  position smallint NOT NULL,
  person_id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  details text NOT NULL,
  UNIQUE (id, authority_id),
  UNIQUE (referral_id, role, position),
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  CHECK ((role = 'child') = (case_id IS NOT NULL))
);
CREATE INDEX person_mention_of_person ON person_mention (authority_id, person_id);
CREATE INDEX person_mention_of_case ON person_mention (case_id) WHERE case_id IS NOT NULL;
COMMENT ON TABLE person_mention IS 'One person as one referral describes them. Never changed: mentions of one person share a person_id once somebody says so.';
COMMENT ON COLUMN person_mention.details IS 'Names, birth, identifiers, address, relationship: sealed under the key of the referral.';
COMMENT ON COLUMN person_mention.person_id IS 'Whom it is about: a fresh id until a person confirms that two mentions are one person.';

CREATE TABLE person_key (
  key bigint NOT NULL,
  mention_id uuid NOT NULL,
  authority_id text NOT NULL,
  PRIMARY KEY (key, mention_id) INCLUDE (authority_id),
  FOREIGN KEY (mention_id, authority_id) REFERENCES person_mention (id, authority_id) ON DELETE CASCADE
);
CREATE INDEX person_key_of_mention ON person_key (mention_id);
COMMENT ON TABLE person_key IS 'Blocking keys as blind indexes: mentions that share one may be the same person and are compared.';
COMMENT ON COLUMN person_key.key IS 'Made from the authority too: the same person has other keys in another authority.';

CREATE TABLE person_candidate (
  authority_id text NOT NULL,
  mention_id uuid NOT NULL,
  other_id uuid NOT NULL,
  score real NOT NULL CHECK (score >= 0 AND score <= 1),
  band text NOT NULL CHECK (band IN ('match', 'possible')),
  evidence jsonb NOT NULL,
  model_version text NOT NULL,
  found_at timestamptz NOT NULL,
  PRIMARY KEY (mention_id, other_id),
  FOREIGN KEY (mention_id, authority_id) REFERENCES person_mention (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (other_id, authority_id) REFERENCES person_mention (id, authority_id) ON DELETE CASCADE,
  CHECK (mention_id <> other_id)
);
CREATE INDEX person_candidate_of_other ON person_candidate (other_id);
COMMENT ON TABLE person_candidate IS 'An earlier mention (other_id) that may be the same person as a later one. Found by the engine, which merges nobody.';
COMMENT ON COLUMN person_candidate.evidence IS 'For each field how far it agrees and what that weighs. No values.';

CREATE TABLE person_verdict (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  mention_id uuid NOT NULL,
  other_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('same', 'different')),
  reason text NOT NULL,
  given_by text NOT NULL,
  given_by_name text NOT NULL,
  given_at timestamptz NOT NULL,
  undone_by text,
  undone_by_name text,
  undone_at timestamptz,
  undo_reason text,
  UNIQUE (id, authority_id),
  FOREIGN KEY (mention_id, authority_id) REFERENCES person_mention (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (other_id, authority_id) REFERENCES person_mention (id, authority_id) ON DELETE CASCADE,
  CHECK (mention_id < other_id),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_by_name IS NULL)
    AND (undone_at IS NULL) = (undo_reason IS NULL))
);
CREATE UNIQUE INDEX person_verdict_standing ON person_verdict (mention_id, other_id) WHERE undone_at IS NULL;
CREATE INDEX person_verdict_of_other ON person_verdict (other_id);
COMMENT ON TABLE person_verdict IS 'What a named person said of two mentions: the same person, or two. Only an undoing may be added.';
`;

const GRANTS = `
GRANT SELECT, INSERT ON person_mention, person_key TO front_door_api;
GRANT SELECT ON person_candidate TO front_door_api;
GRANT SELECT, INSERT, UPDATE (undone_by, undone_by_name, undone_at, undo_reason) ON person_verdict TO front_door_api;

GRANT SELECT ON person_mention, person_key, person_verdict TO front_door_engine;
GRANT SELECT, INSERT, UPDATE ON person_candidate TO front_door_engine;
`;
