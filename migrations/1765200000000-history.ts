import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheCase } from './row-security-of-cases.ts';

/** What was learned about a case after it came in, to whom it was passed on, and the asking for another look. */
export class History1765200000000 implements MigrationInterface {
  readonly name = 'History1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ASKED_AGAIN);
    await runner.query(TABLES);
    await runner.query(ownAuthorityOnly(...NAMES) + hiddenWithTheCase(...NAMES) + HIDDEN_WITH_THE_OTHER_CASE);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/** Whoever stores what is new about a case may ask the engine to look again; the engine too, about the same family. */
const ASKED_AGAIN = `
ALTER TABLE outbox_message ADD COLUMN reason text CHECK (reason ~ '^[a-z_]{3,60}$');
COMMENT ON COLUMN outbox_message.reason IS 'What became known since the case was last proposed; none for the first look.';
GRANT UPDATE (input_version) ON case_record TO front_door_api, front_door_engine;

CREATE FUNCTION refuse_skipped_input() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.input_version NOT IN (OLD.input_version, OLD.input_version + 1) THEN
    RAISE EXCEPTION 'the input of a case is counted up by one' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER skipped_input BEFORE UPDATE OF input_version ON case_record
  FOR EACH ROW EXECUTE FUNCTION refuse_skipped_input();
`;

const NAMES = ['case_information', 'information_passed', 'missed_opportunity'];

const TABLES = `
CREATE TABLE case_information (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
  note text,
  source text NOT NULL CHECK (source ~ '^[a-z_]{3,60}$'),
  learned_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  recorded_by_name text NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawn_reason text,
  UNIQUE (id, authority_id),
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  CHECK (facts <> '{}' OR note IS NOT NULL),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by_name IS NULL)
    AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX case_information_of_case ON case_information (case_id, recorded_at);
COMMENT ON TABLE case_information IS 'What was learned about a case after it came in. Never changed, only withdrawn with a reason.';
COMMENT ON COLUMN case_information.facts IS 'Fact ids of the catalogue and their values; the rules read them beside the referral.';
COMMENT ON COLUMN case_information.note IS 'What somebody wrote about it: sealed under the key of the referral, as the reason of a withdrawal.';

CREATE TABLE information_passed (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  to_case_id uuid NOT NULL CHECK (to_case_id <> case_id),
  to_person text,
  to_queue text NOT NULL,
  sent_at timestamptz NOT NULL,
  read_at timestamptz,
  read_by text,
  read_by_name text,
  UNIQUE (id, authority_id),
  UNIQUE (case_id, to_case_id),
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (to_case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  CHECK ((read_at IS NULL) = (read_by IS NULL) AND (read_at IS NULL) = (read_by_name IS NULL))
);
CREATE INDEX information_passed_to_case ON information_passed (to_case_id);
COMMENT ON TABLE information_passed IS 'A new contact about a child whom somebody works with already (to_case_id), passed on to that worker or their team.';

CREATE TABLE missed_opportunity (
  decision_id uuid NOT NULL,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  earlier_case_id uuid NOT NULL CHECK (earlier_case_id <> case_id),
  related_by text NOT NULL CHECK (related_by IN ('child', 'sibling', 'household')),
  agency_id text NOT NULL,
  received_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('no_further_action', 'universal', 'early_help_closed')),
  proposed_level text,
  decided_level text,
  PRIMARY KEY (decision_id, earlier_case_id),
  FOREIGN KEY (decision_id, case_id) REFERENCES decision (id, case_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (earlier_case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE
);
CREATE INDEX missed_opportunity_of_case ON missed_opportunity (case_id);
CREATE INDEX missed_opportunity_of_earlier_case ON missed_opportunity (earlier_case_id);
COMMENT ON TABLE missed_opportunity IS 'Earlier contacts that had ended without help when a statutory decision was made, as the decider could see them.';
`;

const HIDDEN_WITH_THE_OTHER_CASE = `
CREATE POLICY hidden_with_the_other_case ON information_passed AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  EXISTS (SELECT 1 FROM case_record c WHERE c.id = information_passed.to_case_id));
CREATE POLICY hidden_with_the_other_case ON missed_opportunity AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  EXISTS (SELECT 1 FROM case_record c WHERE c.id = missed_opportunity.earlier_case_id));
`;

/** A worker's reading is theirs to record, what was missed the decider's; the engine only passes on. */
const GRANTS = `
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason) ON case_information
  TO front_door_api;
GRANT SELECT, UPDATE (read_at, read_by, read_by_name) ON information_passed TO front_door_api;
GRANT SELECT, INSERT ON missed_opportunity TO front_door_api;

GRANT SELECT ON case_information TO front_door_engine;
GRANT SELECT, INSERT ON information_passed TO front_door_engine;
`;
