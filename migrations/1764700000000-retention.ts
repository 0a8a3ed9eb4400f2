import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** Legal holds, lists of what is due, their approval, and the one function that can destroy a record. */
export class Retention1764700000000 implements MigrationInterface {
  readonly name = 'Retention1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    const tables = [
      'legal_hold',
      'disposal',
      'disposal_item',
      'disposal_reading',
      'disposal_approval',
      'disposed_record',
    ];
    await runner.query(TABLES + ownAuthorityOnly(...tables));
    await runner.query(LIMITS);
    await runner.query(DISPOSE);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = `
CREATE INDEX referral_by_age ON referral (authority_id, received_at, id);

CREATE TABLE legal_hold (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason ~ '[^[:space:]]'),
  placed_by text NOT NULL,
  placed_by_name text NOT NULL,
  placed_at timestamptz NOT NULL,
  lifted_by text,
  lifted_by_name text,
  lifted_at timestamptz,
  lift_reason text,
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id),
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifted_by_name IS NULL)),
  CHECK (lifted_at IS NULL OR coalesce(lift_reason, '') ~ '[^[:space:]]')
);
CREATE UNIQUE INDEX legal_hold_in_force ON legal_hold (referral_id) WHERE lifted_at IS NULL;
CREATE INDEX legal_hold_of_referral ON legal_hold (referral_id);
COMMENT ON TABLE legal_hold IS 'Records that must not be destroyed whatever the schedule says; reasons sealed where the referral is.';

CREATE TABLE disposal (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('computing', 'listed', 'done')),
  due_on date NOT NULL,
  schedule_sha256 text NOT NULL CHECK (schedule_sha256 ~ '^[0-9a-f]{64}$'),
  requested_by text NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  examined integer NOT NULL DEFAULT 0,
  after_received_at timestamptz NOT NULL DEFAULT '-infinity',
  after_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  listed_at timestamptz,
  finished_at timestamptz,
  list_sha256 text CHECK (list_sha256 ~ '^[0-9a-f]{64}$'),
  UNIQUE (id, authority_id),
  UNIQUE (id, requested_by),
  CHECK ((state = 'computing') = (listed_at IS NULL)),
  CHECK ((state = 'done') = (finished_at IS NOT NULL) AND (state = 'done') = (list_sha256 IS NOT NULL))
);
CREATE INDEX disposal_newest ON disposal (authority_id, requested_at DESC, id DESC);
CREATE INDEX disposal_waiting ON disposal (authority_id, requested_at) WHERE state <> 'done';
COMMENT ON TABLE disposal IS 'What was due on a day: a list that a second person approves before anything is destroyed.';

CREATE TABLE disposal_item (
  disposal_id uuid NOT NULL,
  authority_id text NOT NULL,
  -- No key: the list outlives the record.
  referral_id uuid NOT NULL,
  reference_sha256 text NOT NULL CHECK (reference_sha256 ~ '^[0-9a-f]{64}$'),
  outcome text NOT NULL,
  cases smallint NOT NULL CHECK (cases > 0),
  rule_id text NOT NULL,
  last_contact_on date NOT NULL,
  due_on date NOT NULL,
  hold_suggested boolean NOT NULL,
  state text NOT NULL DEFAULT 'listed' CHECK (state IN ('listed', 'kept', 'disposed', 'skipped')),
  kept_by text,
  kept_by_name text,
  kept_at timestamptz,
  kept_reason text,
  skipped_because text CHECK (skipped_because IN ('gone', 'held', 'open', 'not_due')),
  settled_at timestamptz,
  PRIMARY KEY (disposal_id, referral_id),
  FOREIGN KEY (disposal_id, authority_id) REFERENCES disposal (id, authority_id),
  CHECK ((state = 'kept') = (kept_by IS NOT NULL) AND (state = 'kept') = (kept_at IS NOT NULL)),
  CHECK ((state = 'skipped') = (skipped_because IS NOT NULL)),
  CHECK ((state IN ('disposed', 'skipped')) = (settled_at IS NOT NULL))
);
CREATE INDEX disposal_item_of_referral ON disposal_item (referral_id);
CREATE INDEX disposal_item_waiting ON disposal_item (disposal_id) WHERE state = 'listed';
COMMENT ON COLUMN disposal_item.outcome IS 'The highest outcome of its cases.';

CREATE TABLE disposal_reading (
  disposal_id uuid NOT NULL,
  authority_id text NOT NULL,
  person_id text NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (disposal_id, person_id),
  FOREIGN KEY (disposal_id, authority_id) REFERENCES disposal (id, authority_id)
);

CREATE TABLE disposal_approval (
  disposal_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  requested_by text NOT NULL,
  approved_by text NOT NULL,
  approved_by_name text NOT NULL,
  approved_at timestamptz NOT NULL,
  FOREIGN KEY (disposal_id, authority_id) REFERENCES disposal (id, authority_id),
  FOREIGN KEY (disposal_id, requested_by) REFERENCES disposal (id, requested_by),
  FOREIGN KEY (disposal_id, approved_by) REFERENCES disposal_reading (disposal_id, person_id),
  CHECK (approved_by <> requested_by)
);
COMMENT ON TABLE disposal_approval IS 'By its keys: by somebody who opened the list and did not ask for it.';

CREATE TABLE disposed_record (
  referral_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  agency_id text NOT NULL,
  reference_sha256 text NOT NULL,
  case_ids uuid[] NOT NULL,
  -- Whom a restricted record was open to: nobody else learns that it was there.
  restricted boolean NOT NULL,
  open_to text[] NOT NULL,
  disposal_id uuid NOT NULL,
  rule_id text NOT NULL,
  disposed_at timestamptz NOT NULL,
  FOREIGN KEY (disposal_id, authority_id) REFERENCES disposal (id, authority_id)
);
CREATE INDEX disposed_record_by_reference ON disposed_record (authority_id, reference_sha256);
CREATE INDEX disposed_record_by_case ON disposed_record USING gin (case_ids);
COMMENT ON TABLE disposed_record IS 'What is left of a destroyed record, so that whoever asks is told: ids and codes.';
`;

/** Rights to columns cannot say "only this way", so triggers do. */
const LIMITS = `
CREATE POLICY hidden_with_its_referral ON legal_hold AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  EXISTS (SELECT 1 FROM referral r WHERE r.id = legal_hold.referral_id));

CREATE FUNCTION keep_disposal_list() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT 1 FROM disposal d WHERE d.id = NEW.disposal_id AND d.state = 'computing') THEN
    RAISE EXCEPTION 'nothing is added to a list that somebody may have read' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'UPDATE' AND current_user = 'front_door_api' AND NOT (OLD.state = 'listed' AND NEW.state = 'kept') THEN
    RAISE EXCEPTION 'a person may only take a record out of the list' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_disposal_list BEFORE INSERT OR UPDATE ON disposal_item
  FOR EACH ROW EXECUTE FUNCTION keep_disposal_list();

CREATE FUNCTION require_disposal_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.referral_id = NEW.referral_id AND e.action = 'referral.disposed') THEN
    RAISE EXCEPTION 'a record is not destroyed without an audit event' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER require_disposal_event AFTER INSERT ON disposed_record DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_disposal_event();
`;

/**
 * The only way to destroy a record: no role of the service may delete one. It looks for itself, under locks, whether a
 * second person approved, nothing holds it, every case is settled and the day has come; within three years of the last
 * contact about a child nothing goes, whatever a schedule says. Says 'disposed', why not, or nothing when it is done with.
 */
const DISPOSE = `
CREATE FUNCTION dispose_of_referral(wanted_disposal uuid, wanted_referral uuid, due date) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  place text := current_setting('front_door.authority', true);
  today date := (now() AT TIME ZONE 'Europe/London')::date;
  item disposal_item;
  gone referral;
  children uuid[];
  obstacle text;
BEGIN
  SELECT * INTO item FROM disposal_item i
    WHERE i.disposal_id = wanted_disposal AND i.referral_id = wanted_referral AND i.authority_id = place FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the record is on no such list of this authority' USING ERRCODE = '42501';
  END IF;
  IF item.state <> 'listed' THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM disposal_approval a JOIN disposal d ON d.id = a.disposal_id
      WHERE d.id = wanted_disposal AND d.authority_id = place AND d.state = 'listed' AND a.approved_by <> d.requested_by) THEN
    RAISE EXCEPTION 'no second person has approved the list' USING ERRCODE = '42501';
  END IF;
  SELECT * INTO gone FROM referral r WHERE r.id = wanted_referral AND r.authority_id = place FOR UPDATE;
  PERFORM 1 FROM case_record c WHERE c.referral_id = wanted_referral ORDER BY c.id FOR UPDATE;
  SELECT array_agg(c.id) INTO children FROM case_record c WHERE c.referral_id = wanted_referral;
  obstacle := CASE
    WHEN gone.id IS NULL OR children IS NULL THEN 'gone'
    WHEN EXISTS (SELECT 1 FROM legal_hold h WHERE h.referral_id = wanted_referral AND h.lifted_at IS NULL) THEN 'held'
    WHEN EXISTS (SELECT 1 FROM case_record c WHERE c.referral_id = wanted_referral AND (c.open OR c.decided_pathway IS NULL))
      THEN 'open'
    WHEN due IS NULL OR due > today OR item.due_on > today THEN 'not_due'
    WHEN EXISTS (SELECT 1 FROM case_match_key k
        JOIN case_match_key other ON other.authority_id = k.authority_id AND other.kind = k.kind AND other.key = k.key
        JOIN case_record c ON c.id = other.case_id
        WHERE k.case_id = ANY (children) AND k.kind = 'child' AND c.received_at > now() - interval '36 months')
      OR gone.received_at > now() - interval '36 months' THEN 'not_due'
    END;
  IF obstacle IS NOT NULL THEN
    UPDATE disposal_item SET state = 'skipped', skipped_because = obstacle, settled_at = now()
      WHERE disposal_id = wanted_disposal AND referral_id = wanted_referral;
    RETURN obstacle;
  END IF;

  INSERT INTO disposed_record (referral_id, authority_id, agency_id, reference_sha256, case_ids, restricted, open_to,
      disposal_id, rule_id, disposed_at)
    SELECT gone.id, place, gone.agency_id, encode(sha256(convert_to(gone.reference, 'UTF8')), 'hex'), children,
      (SELECT bool_or(c.restricted) FROM case_record c WHERE c.referral_id = gone.id),
      ARRAY(SELECT DISTINCT a.person_id FROM case_access a WHERE a.case_id = ANY (children) AND a.expires_at IS NULL),
      wanted_disposal, item.rule_id, now();
  UPDATE disposal_item SET state = 'disposed', settled_at = now()
    WHERE disposal_id = wanted_disposal AND referral_id = wanted_referral;
  UPDATE disposal_item SET kept_reason = NULL WHERE referral_id = wanted_referral;

  -- The log keeps every event and its hash; without salts its commitments say nothing about what was written.
  UPDATE audit_event SET reason = NULL, reason_salt = NULL, record_salt = NULL
    WHERE referral_id = wanted_referral OR case_id = ANY (children);
  UPDATE alert SET note = 'Destroyed with the record.' WHERE case_ids && children AND note IS NOT NULL;
  DELETE FROM alert a USING break_glass b WHERE b.id = a.break_glass_id AND b.referral_id = wanted_referral;
  DELETE FROM break_glass WHERE referral_id = wanted_referral;
  DELETE FROM restriction WHERE referral_id = wanted_referral;
  DELETE FROM legal_hold WHERE referral_id = wanted_referral;
  DELETE FROM attachment_content t USING attachment a WHERE a.id = t.attachment_id AND a.referral_id = wanted_referral;
  DELETE FROM attachment WHERE referral_id = wanted_referral;
  DELETE FROM webhook_delivery WHERE case_id = ANY (children);
  DELETE FROM outbox_message WHERE case_id = ANY (children);
  DELETE FROM backtest_lower WHERE case_id = ANY (children);
  DELETE FROM case_facts WHERE case_id = ANY (children);
  DELETE FROM case_access WHERE case_id = ANY (children);
  DELETE FROM case_clock WHERE case_id = ANY (children);
  DELETE FROM case_match_key WHERE case_id = ANY (children);
  DELETE FROM decision_sign_off s USING decision d WHERE d.id = s.decision_id AND d.case_id = ANY (children);
  -- In one statement, because a case and its decision and run point to each other.
  WITH decisions AS (DELETE FROM decision WHERE case_id = ANY (children)),
    runs AS (DELETE FROM triage_run WHERE case_id = ANY (children))
  DELETE FROM case_record WHERE id = ANY (children);
  DELETE FROM record_key WHERE referral_id = wanted_referral;
  DELETE FROM referral WHERE id = wanted_referral;
  RETURN 'disposed';
END $$;
REVOKE ALL ON FUNCTION dispose_of_referral FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dispose_of_referral TO front_door_engine;
`;

const GRANTS = `
GRANT SELECT, INSERT ON legal_hold, disposal, disposal_reading, disposal_approval TO front_door_api;
GRANT UPDATE (lifted_by, lifted_by_name, lifted_at, lift_reason) ON legal_hold TO front_door_api;
GRANT SELECT, UPDATE (state, kept_by, kept_by_name, kept_at, kept_reason) ON disposal_item TO front_door_api;
GRANT SELECT ON disposed_record TO front_door_api;

GRANT SELECT ON legal_hold, disposal, disposal_approval, disposed_record TO front_door_engine;
-- When and how high it was decided, to count from; not a word of what was written.
GRANT SELECT (id, authority_id, case_id, level, decided_at) ON decision TO front_door_engine;
GRANT SELECT (decision_id, authority_id, signed_at) ON decision_sign_off TO front_door_engine;
GRANT UPDATE (state, examined, after_received_at, after_id, listed_at, finished_at, list_sha256) ON disposal TO front_door_engine;
GRANT SELECT, INSERT (disposal_id, authority_id, referral_id, reference_sha256, outcome, cases, rule_id, last_contact_on,
  due_on, hold_suggested) ON disposal_item TO front_door_engine;
`;
