import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineSeesAll, ownAuthorityOnly } from './row-security.ts';

/** Authorities kept apart by PostgreSQL itself; restricted records hidden from everybody but those named. */
export class RowSecurity1764000000000 implements MigrationInterface {
  readonly name = 'RowSecurity1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WHOSE_ROWS);
    await runner.query(KEYS_WITHIN_AN_AUTHORITY);
    await runner.query(ownAuthorityOnly(...TABLES) + engineSeesAll('outbox_message', 'rule_set_job'));
    await runner.query(RESTRICTED);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = [
  'agency',
  'referral',
  'case_record',
  'case_match_key',
  'case_clock',
  'triage_run',
  'decision',
  'decision_sign_off',
  'audit_event',
  'outbox_message',
  'rule_set_version',
  'rule_set_job',
  'backtest_lower',
  'backtest_reading',
  'rule_set_approval',
  'rule_set_activation',
  'case_code',
  'case_facts',
];

/** Three tables knew their authority through another table only. */
const WHOSE_ROWS = `
ALTER TABLE backtest_lower ADD COLUMN authority_id text DEFAULT current_setting('front_door.authority', true);
ALTER TABLE backtest_reading ADD COLUMN authority_id text DEFAULT current_setting('front_door.authority', true);
ALTER TABLE rule_set_approval ADD COLUMN authority_id text DEFAULT current_setting('front_door.authority', true);
UPDATE backtest_lower t SET authority_id = j.authority_id FROM rule_set_job j WHERE j.id = t.job_id;
UPDATE backtest_reading t SET authority_id = j.authority_id FROM rule_set_job j WHERE j.id = t.job_id;
UPDATE rule_set_approval t SET authority_id = v.authority_id FROM rule_set_version v WHERE v.id = t.version_id;
ALTER TABLE backtest_lower ALTER COLUMN authority_id SET NOT NULL;
ALTER TABLE backtest_reading ALTER COLUMN authority_id SET NOT NULL;
ALTER TABLE rule_set_approval ALTER COLUMN authority_id SET NOT NULL;
`;

/**
 * Foreign keys look past row-level security: a row could name a record of another authority and so tell that it exists.
 * A key that holds the authority cannot.
 */
const KEYS_WITHIN_AN_AUTHORITY = `
ALTER TABLE referral ADD UNIQUE (id, authority_id);
ALTER TABLE case_record ADD UNIQUE (id, authority_id);
ALTER TABLE triage_run ADD UNIQUE (id, authority_id);
ALTER TABLE decision ADD UNIQUE (id, authority_id);
ALTER TABLE rule_set_version ADD UNIQUE (id, authority_id);
ALTER TABLE rule_set_job ADD UNIQUE (id, authority_id);
ALTER TABLE case_record DROP CONSTRAINT case_record_referral_id_fkey, DROP CONSTRAINT case_record_current_run_id_fkey,
  ADD FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id),
  ADD FOREIGN KEY (current_run_id, authority_id) REFERENCES triage_run (id, authority_id);
ALTER TABLE case_match_key DROP CONSTRAINT case_match_key_case_id_fkey,
  ADD FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id);
ALTER TABLE case_clock DROP CONSTRAINT case_clock_case_id_fkey,
  ADD FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id);
ALTER TABLE triage_run DROP CONSTRAINT triage_run_case_id_fkey,
  ADD FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id);
ALTER TABLE decision DROP CONSTRAINT decision_case_id_fkey, DROP CONSTRAINT decision_run_id_fkey,
  ADD FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id),
  ADD FOREIGN KEY (run_id, authority_id) REFERENCES triage_run (id, authority_id);
ALTER TABLE decision_sign_off ADD FOREIGN KEY (decision_id, authority_id) REFERENCES decision (id, authority_id);
ALTER TABLE outbox_message DROP CONSTRAINT outbox_message_case_id_fkey,
  ADD FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id);
ALTER TABLE case_facts DROP CONSTRAINT case_facts_case_id_fkey,
  ADD FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id);
ALTER TABLE rule_set_job DROP CONSTRAINT rule_set_job_version_id_fkey,
  ADD FOREIGN KEY (version_id, authority_id) REFERENCES rule_set_version (id, authority_id);
ALTER TABLE rule_set_activation ADD FOREIGN KEY (version_id, authority_id) REFERENCES rule_set_version (id, authority_id);
ALTER TABLE rule_set_approval ADD FOREIGN KEY (version_id, authority_id) REFERENCES rule_set_version (id, authority_id);
ALTER TABLE backtest_lower DROP CONSTRAINT backtest_lower_job_id_fkey, DROP CONSTRAINT backtest_lower_case_id_fkey,
  ADD FOREIGN KEY (job_id, authority_id) REFERENCES rule_set_job (id, authority_id),
  ADD FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id);
ALTER TABLE backtest_reading DROP CONSTRAINT backtest_reading_job_id_fkey,
  ADD FOREIGN KEY (job_id, authority_id) REFERENCES rule_set_job (id, authority_id);
`;

/**
 * A restricted case is not there for the API's role, in no list, count or search, unless it was opened to the person or
 * their agency sent it. A later referral about the same child or household is born restricted, and open to the same people.
 */
const RESTRICTED = `
ALTER TABLE case_record ADD COLUMN restricted boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN case_record.restricted IS 'Hidden from everybody whom case_access does not name.';
GRANT UPDATE (restricted) ON case_record TO front_door_api;

CREATE TABLE case_access (
  case_id uuid NOT NULL,
  authority_id text NOT NULL,
  person_id text NOT NULL,
  granted_at timestamptz NOT NULL,
  -- Of a grant by break-glass; one without an end was given by name.
  expires_at timestamptz,
  granted_by text NOT NULL,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id)
);
CREATE INDEX case_access_of_person ON case_access (case_id, person_id);
COMMENT ON TABLE case_access IS 'To whom a restricted case is open: by name, or for a while by break-glass.';
GRANT SELECT, INSERT, UPDATE (expires_at) ON case_access TO front_door_api;
${ownAuthorityOnly('case_access')}

CREATE POLICY restricted_records ON case_record AS RESTRICTIVE TO front_door_api USING (
  NOT restricted
  OR agency_id = current_setting('front_door.agency', true)
  OR EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = case_record.id
    AND a.person_id = current_setting('front_door.person', true)
    AND (a.expires_at IS NULL OR a.expires_at > now())));

CREATE FUNCTION inherit_restriction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  WITH alike AS (
    SELECT DISTINCT fresh.case_id AS new_case, older.id AS old_case
    FROM new_keys fresh
    JOIN case_match_key k ON k.authority_id = fresh.authority_id AND k.kind = fresh.kind AND k.key = fresh.key
    JOIN case_record older ON older.id = k.case_id AND older.restricted AND older.id <> fresh.case_id),
  -- The whole referral: its document names every child of the family.
  touched AS (
    SELECT DISTINCT sibling.id AS new_case, alike.old_case
    FROM alike JOIN case_record c ON c.id = alike.new_case JOIN case_record sibling ON sibling.referral_id = c.referral_id),
  opened AS (
    INSERT INTO case_access (case_id, authority_id, person_id, granted_at, granted_by)
    SELECT DISTINCT touched.new_case, a.authority_id, a.person_id, now(), 'inherited'
    FROM touched JOIN case_access a ON a.case_id = touched.old_case AND a.expires_at IS NULL)
  UPDATE case_record SET restricted = true WHERE id IN (SELECT new_case FROM touched);
  RETURN NULL;
END $$;
CREATE TRIGGER inherit_restriction AFTER INSERT ON case_match_key REFERENCING NEW TABLE AS new_keys
  FOR EACH STATEMENT EXECUTE FUNCTION inherit_restriction();
`;
