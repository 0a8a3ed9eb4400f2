import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** Who closed a record and who broke the glass; alerts; what belongs to a hidden case hidden with it. */
export class CaseAccess1764400000000 implements MigrationInterface {
  readonly name = 'CaseAccess1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES + ownAuthorityOnly('restriction', 'break_glass', 'alert'));
    await runner.query(HIDDEN_WITH_THE_CASE);
    await runner.query(BREAK_GLASS);
    await runner.query(WHO_LOOKED);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = `
CREATE TABLE restriction (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL,
  reason_code text NOT NULL CHECK (reason_code IN ('staff_family', 'adoption', 'witness_protection', 'mappa', 'other')),
  reason text NOT NULL CHECK (reason ~ '[^[:space:]]'),
  restricted_by text NOT NULL,
  restricted_by_name text NOT NULL,
  restricted_at timestamptz NOT NULL,
  lifted_by text,
  lifted_at timestamptz,
  lift_reason text,
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id),
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
  CHECK (lifted_at IS NULL OR coalesce(lift_reason, '') ~ '[^[:space:]]')
);
CREATE UNIQUE INDEX restriction_in_force ON restriction (referral_id) WHERE lifted_at IS NULL;
COMMENT ON TABLE restriction IS 'Why a manager closed a referral with its cases. One that inherited its restriction has no row.';
GRANT SELECT, INSERT, UPDATE (lifted_by, lifted_at, lift_reason) ON restriction TO front_door_api;

CREATE TABLE break_glass (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL,
  reference text NOT NULL,
  opened_by text NOT NULL,
  opened_by_name text NOT NULL,
  reason text NOT NULL CHECK (char_length(btrim(reason)) >= 20),
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  review_due_at timestamptz NOT NULL,
  reviewed_by text,
  reviewed_by_name text,
  reviewed_at timestamptz,
  outcome text CHECK (outcome IN ('justified', 'not_justified')),
  note text,
  UNIQUE (id, authority_id),
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id),
  CHECK (expires_at > opened_at),
  CHECK ((reviewed_by IS NULL) = (outcome IS NULL) AND (reviewed_by IS NULL) = (reviewed_at IS NULL)),
  CHECK (reviewed_by IS NULL OR reviewed_by <> opened_by),
  CHECK (reviewed_by IS NULL OR coalesce(note, '') ~ '[^[:space:]]')
);
CREATE INDEX break_glass_to_review ON break_glass (authority_id, review_due_at, id);
COMMENT ON TABLE break_glass IS 'Restricted records opened for 30 minutes by somebody who was not named, each to be reviewed by a manager.';
GRANT SELECT, UPDATE (reviewed_by, reviewed_by_name, reviewed_at, outcome, note) ON break_glass TO front_door_api;

CREATE TABLE alert (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('own_surname', 'own_address', 'many_look_ups', 'outside_team', 'break_glass')),
  person_id text NOT NULL,
  person_name text NOT NULL,
  -- No keys: an alert must outlive the records it was about.
  case_ids uuid[] NOT NULL,
  break_glass_id uuid,
  raised_at timestamptz NOT NULL,
  acknowledged_by text,
  acknowledged_by_name text,
  acknowledged_at timestamptz,
  note text,
  FOREIGN KEY (break_glass_id, authority_id) REFERENCES break_glass (id, authority_id),
  CHECK ((kind = 'break_glass') = (break_glass_id IS NOT NULL)),
  CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
  CHECK (acknowledged_by IS NULL OR acknowledged_by <> person_id),
  CHECK (acknowledged_by IS NULL OR coalesce(note, '') ~ '[^[:space:]]')
);
CREATE INDEX alert_in_order ON alert (authority_id, raised_at DESC, id DESC);
CREATE INDEX alert_of_person ON alert (authority_id, person_id, raised_at);
COMMENT ON TABLE alert IS 'Unusual looks at records, for a manager other than the person.';
GRANT SELECT, INSERT, UPDATE (acknowledged_by, acknowledged_by_name, acknowledged_at, note) ON alert TO front_door_api;
`;

/** Whoever may not see a case may not find it through what hangs on it either. A sender goes on seeing what it sent. */
const HIDDEN_WITH_THE_CASE = `
CREATE POLICY hidden_with_its_cases ON referral AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  agency_id = current_setting('front_door.agency', true)
  OR EXISTS (SELECT 1 FROM case_record c WHERE c.referral_id = referral.id));
CREATE POLICY hidden_with_its_referral ON restriction AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  EXISTS (SELECT 1 FROM referral r WHERE r.id = restriction.referral_id));
${['triage_run', 'decision', 'backtest_lower', 'case_facts']
  .map(
    (table) => `CREATE POLICY hidden_with_its_case ON ${table} AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  EXISTS (SELECT 1 FROM case_record c WHERE c.id = ${table}.case_id));`,
  )
  .join('\n')}
`;

/**
 * The one way in which the API's role can come upon a hidden record, and it leaves a row behind: there is no looking
 * without opening. The person is whoever the transaction runs for.
 */
const BREAK_GLASS = `
CREATE FUNCTION break_the_glass(
  new_id uuid, wanted text, person_name text, why text, review_due timestamptz,
  OUT outcome text, OUT opened_referral uuid, OUT opened_cases uuid[], OUT open_until timestamptz
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  person text := current_setting('front_door.person', true);
  place text := current_setting('front_door.authority', true);
BEGIN
  outcome := 'none';
  IF coalesce(person, '') = '' THEN RETURN; END IF;
  SELECT c.referral_id INTO opened_referral FROM case_record c JOIN referral r ON r.id = c.referral_id
    WHERE c.authority_id = place AND (c.reference = wanted OR r.reference = wanted) LIMIT 1;
  IF opened_referral IS NULL THEN RETURN; END IF;
  SELECT array_agg(c.id ORDER BY c.child_index) INTO opened_cases FROM case_record c
    WHERE c.referral_id = opened_referral AND c.restricted AND NOT EXISTS (
      SELECT 1 FROM case_access a WHERE a.case_id = c.id AND a.person_id = person
        AND (a.expires_at IS NULL OR a.expires_at > now()));
  IF opened_cases IS NULL THEN
    outcome := 'already_open';
    RETURN;
  END IF;
  outcome := 'opened';
  open_until := now() + interval '30 minutes';
  INSERT INTO case_access (case_id, authority_id, person_id, granted_at, expires_at, granted_by)
    SELECT unnest(opened_cases), place, person, now(), open_until, 'break_glass';
  INSERT INTO break_glass (id, authority_id, referral_id, reference, opened_by, opened_by_name, reason, opened_at,
      expires_at, review_due_at)
    VALUES (new_id, place, opened_referral, wanted, person, person_name, why, now(), open_until, review_due);
END $$;
REVOKE ALL ON FUNCTION break_the_glass FROM PUBLIC;
GRANT EXECUTE ON FUNCTION break_the_glass TO front_door_api;
`;

/** Who looked at a case, what a person looked at, and whether that was more than usual. */
const WHO_LOOKED = `
-- Looks stand in no chain; what changes a record pays nothing for finding them.
CREATE INDEX audit_event_of_person ON audit_event (authority_id, actor_id, occurred_at DESC, sequence DESC)
  WHERE chain_id IS NULL;
CREATE INDEX audit_event_of_list ON audit_event USING gin ((details -> 'caseIds')) WHERE action = 'worklist.viewed';
`;
