import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Referral in, case in a human queue, triage run, decision, audit, outbox; and who may write which of them. */
export class CreateFrontDoor1763700000000 implements MigrationInterface {
  readonly name = 'CreateFrontDoor1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GRANTS);
    await runner.query(ENGINE_LIMITS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = `
CREATE TABLE agency (
  authority_id text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  source_code text NOT NULL,
  PRIMARY KEY (authority_id, id)
);
COMMENT ON TABLE agency IS 'Partner agencies that may send referrals to an authority.';

CREATE TABLE referral (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  agency_id text NOT NULL,
  reference text NOT NULL,
  idempotency_key text,
  body bytea NOT NULL,
  body_sha256 text NOT NULL CHECK (body_sha256 ~ '^[0-9a-f]{64}$'),
  received_at timestamptz NOT NULL,
  submitted_by text NOT NULL,
  receipt jsonb NOT NULL,
  flags jsonb NOT NULL,
  correlation_id uuid NOT NULL,
  FOREIGN KEY (authority_id, agency_id) REFERENCES agency (authority_id, id),
  UNIQUE (authority_id, reference),
  UNIQUE (authority_id, agency_id, idempotency_key),
  CHECK (body_sha256 = encode(sha256(body), 'hex'))
);
COMMENT ON TABLE referral IS 'What one agency sent, byte for byte. Never changed: no role has UPDATE or DELETE.';
CREATE INDEX referral_by_agency ON referral (authority_id, agency_id, received_at DESC, id);

CREATE TABLE case_record (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL REFERENCES referral (id),
  agency_id text NOT NULL,
  reference text NOT NULL,
  child_index smallint NOT NULL,
  child_name text,
  child_date_of_birth date,
  area text,
  queue text NOT NULL,
  state text NOT NULL,
  received_at timestamptz NOT NULL,
  next_due_at timestamptz,
  first_1001_days boolean NOT NULL DEFAULT false,
  urgency text CHECK (urgency IN ('blue', 'green', 'amber', 'red')),
  proposed_level text,
  proposed_urgency text,
  needs_information boolean NOT NULL DEFAULT false,
  triage_failure text,
  claimed_by text,
  claimed_by_name text,
  claimed_at timestamptz,
  input_version integer NOT NULL DEFAULT 1 CHECK (input_version > 0),
  current_run_id uuid,
  current_decision_id uuid,
  decided_pathway text CHECK (decided_pathway IN ('universal', 'early_help', 'statutory', 'no_further_action')),
  version integer NOT NULL DEFAULT 1,
  rank smallint NOT NULL GENERATED ALWAYS AS (
    (CASE urgency WHEN 'amber' THEN 2 WHEN 'green' THEN 4 WHEN 'blue' THEN 6 ELSE 0 END)
    + (CASE WHEN first_1001_days THEN 0 ELSE 1 END)
  ) STORED,
  open boolean NOT NULL GENERATED ALWAYS AS (
    state NOT IN ('signed', 'routed', 'accepted', 'feedback_sent', 'closed')
  ) STORED,
  UNIQUE (referral_id, child_index),
  UNIQUE (authority_id, reference),
  CHECK (state IN (
    'received', 'validated', 'matched', 'auto_triaged', 'needs_information', 'screening', 'information_gathering',
    'on_hold_police', 'escalated', 'threshold_decision', 'signed', 'routed', 'accepted', 'bounced', 'feedback_sent',
    'closed', 'reopened')),
  CHECK (state NOT IN ('threshold_decision', 'signed', 'routed', 'accepted', 'bounced', 'feedback_sent', 'closed')
    OR current_decision_id IS NOT NULL),
  CHECK (decided_pathway IS NULL OR current_decision_id IS NOT NULL),
  CHECK ((claimed_by IS NULL) = (claimed_at IS NULL))
);
COMMENT ON COLUMN case_record.decided_pathway IS 'Pathway of the last signed decision; one that awaits its signature does not count.';
COMMENT ON TABLE case_record IS 'One child''s passage through the front door: one per child per referral.';
COMMENT ON COLUMN case_record.rank IS 'Ascending order of the worklist: untriaged and red first, first 1001 days before others.';
CREATE INDEX case_worklist ON case_record (authority_id, rank, received_at, id) WHERE open;
CREATE INDEX case_due ON case_record (authority_id, next_due_at) WHERE open;
CREATE INDEX case_by_referral ON case_record (referral_id);

CREATE TABLE case_match_key (
  case_id uuid NOT NULL REFERENCES case_record (id),
  authority_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('child', 'household')),
  key text NOT NULL,
  PRIMARY KEY (case_id, kind, key)
);
CREATE INDEX case_match_key_lookup ON case_match_key (authority_id, kind, key);
COMMENT ON TABLE case_match_key IS 'Hashes of exact identifiers, to count earlier contacts about the same child or household.';

CREATE TABLE case_clock (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record (id),
  authority_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('decide_next_steps', 'urgency')),
  rule jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  stopped_at timestamptz,
  CHECK (due_at >= started_at),
  CHECK (stopped_at IS NULL OR stopped_at >= started_at)
);
CREATE UNIQUE INDEX case_clock_running ON case_clock (case_id, kind) WHERE stopped_at IS NULL;
CREATE INDEX case_clock_of_case ON case_clock (case_id);

CREATE TABLE rule_set_content (
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  rule_set_id text NOT NULL,
  version text NOT NULL,
  content text NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now(),
  CHECK (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
COMMENT ON TABLE rule_set_content IS 'Every rule set that ever proposed, as canonical JSON, so that each stored run can be replayed.';

CREATE TABLE triage_run (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record (id),
  authority_id text NOT NULL,
  input_version integer NOT NULL,
  rule_set_id text NOT NULL,
  rule_set_version text NOT NULL,
  rule_set_hash text NOT NULL REFERENCES rule_set_content (hash),
  evaluated_at timestamptz NOT NULL,
  evaluated_on date NOT NULL,
  area text,
  facts jsonb NOT NULL,
  evaluation jsonb NOT NULL,
  proposal jsonb NOT NULL,
  UNIQUE (case_id, input_version)
);
COMMENT ON TABLE triage_run IS 'What the rules found and proposed: at most one per case and version of its input.';

CREATE TABLE decision (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record (id),
  authority_id text NOT NULL,
  run_id uuid REFERENCES triage_run (id),
  proposed_level text,
  proposed_urgency text,
  level text CHECK (level IN ('universal', 'early_help', 'targeted_early_help', 'statutory_need', 'statutory_protection')),
  pathway text NOT NULL CHECK (pathway IN ('universal', 'early_help', 'statutory', 'no_further_action')),
  urgency text NOT NULL CHECK (urgency IN ('blue', 'green', 'amber', 'red')),
  legal_basis text,
  rationale text NOT NULL CHECK (rationale ~ '[^[:space:]]'),
  override_reason text,
  decided_by text NOT NULL,
  decided_by_name text NOT NULL,
  decided_by_role text NOT NULL CHECK (decided_by_role IN ('social_worker', 'manager')),
  registration text,
  decided_at timestamptz NOT NULL,
  sign_off_reasons text[] NOT NULL,
  CHECK ((pathway = 'no_further_action') = (level IS NULL)),
  CHECK ((level IS NOT DISTINCT FROM proposed_level AND urgency IS NOT DISTINCT FROM proposed_urgency)
    OR coalesce(override_reason, '') ~ '[^[:space:]]'),
  CHECK (pathway <> 'statutory' OR ('statutory_outcome' = ANY (sign_off_reasons)) IS TRUE),
  CHECK (pathway = CASE level WHEN 'universal' THEN 'universal' WHEN 'early_help' THEN 'early_help'
    WHEN 'targeted_early_help' THEN 'early_help' WHEN 'statutory_need' THEN 'statutory'
    WHEN 'statutory_protection' THEN 'statutory' ELSE 'no_further_action' END),
  UNIQUE (id, case_id),
  UNIQUE (id, decided_by)
);
CREATE INDEX decision_of_case ON decision (case_id, decided_at);
COMMENT ON TABLE decision IS 'Decisions by people. Written once; the engine''s role has no right to write one.';
ALTER TABLE case_record ADD FOREIGN KEY (current_run_id) REFERENCES triage_run (id);
ALTER TABLE case_record ADD FOREIGN KEY (current_decision_id, id) REFERENCES decision (id, case_id);

CREATE TABLE decision_sign_off (
  decision_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  decided_by text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('signed', 'returned')),
  reason text,
  signed_by text NOT NULL,
  signed_by_name text NOT NULL,
  signed_by_role text NOT NULL,
  signed_at timestamptz NOT NULL,
  FOREIGN KEY (decision_id, decided_by) REFERENCES decision (id, decided_by),
  CHECK (signed_by <> decided_by),
  CHECK (outcome = 'signed' OR coalesce(reason, '') ~ '[^[:space:]]')
);
COMMENT ON TABLE decision_sign_off IS 'A second person''s signature or return; never the decider''s own.';

CREATE TABLE audit_event (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  authority_id text NOT NULL,
  referral_id uuid,
  case_id uuid,
  occurred_at timestamptz NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'partner_system', 'service')),
  actor_role text,
  action text NOT NULL,
  from_state text,
  to_state text,
  reason text,
  rule_set_version text,
  rule_set_hash text,
  correlation_id uuid NOT NULL,
  details jsonb NOT NULL
);
CREATE INDEX audit_event_of_case ON audit_event (case_id, sequence);
CREATE INDEX audit_event_of_referral ON audit_event (referral_id, sequence);
COMMENT ON TABLE audit_event IS 'Append-only by privilege: nobody but the owner can change or remove a row.';

CREATE TABLE outbox_message (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  topic text NOT NULL,
  lane text NOT NULL CHECK (lane IN ('urgent', 'standard')),
  case_id uuid NOT NULL REFERENCES case_record (id),
  input_version integer NOT NULL,
  correlation_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  available_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  attempts integer NOT NULL DEFAULT 0,
  claim_token bigint,
  claimed_until timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  last_error text,
  UNIQUE (topic, case_id, input_version),
  CHECK (done_at IS NULL OR failed_at IS NULL)
);
CREATE SEQUENCE outbox_claim_token;
CREATE INDEX outbox_waiting ON outbox_message (lane, available_at, created_at) WHERE done_at IS NULL AND failed_at IS NULL;
COMMENT ON TABLE outbox_message IS 'Work stored with the change that asks for it. PostgreSQL alone answers whether there is work.';
`;

const GRANTS = `
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO front_door_api, front_door_engine;

GRANT SELECT, INSERT, UPDATE ON agency TO front_door_api;
GRANT SELECT, INSERT ON referral, case_match_key, triage_run, decision, decision_sign_off, audit_event TO front_door_api;
REVOKE INSERT ON triage_run FROM front_door_api;
GRANT SELECT, INSERT ON case_record, case_clock, outbox_message TO front_door_api;
GRANT UPDATE (queue, state, next_due_at, urgency, claimed_by, claimed_by_name, claimed_at, current_decision_id, decided_pathway,
  version)
  ON case_record TO front_door_api;
GRANT UPDATE (stopped_at) ON case_clock TO front_door_api;
GRANT SELECT ON rule_set_content TO front_door_api;

GRANT SELECT ON agency, referral, case_match_key TO front_door_engine;
GRANT SELECT, INSERT ON triage_run, rule_set_content, audit_event, case_clock TO front_door_engine;
GRANT SELECT ON case_record TO front_door_engine;
GRANT UPDATE (queue, state, next_due_at, first_1001_days, urgency, proposed_level, proposed_urgency, needs_information,
  triage_failure, current_run_id, version) ON case_record TO front_door_engine;
GRANT UPDATE (stopped_at) ON case_clock TO front_door_engine;
GRANT SELECT, INSERT, UPDATE ON outbox_message TO front_door_engine;
GRANT USAGE ON SEQUENCE outbox_claim_token TO front_door_engine;
GRANT SELECT ON schema_migration TO front_door_api, front_door_engine;
`;

/** Column rights cannot say "only upwards" or "only these states", so a trigger does, for the engine's role alone. */
const ENGINE_LIMITS = `
CREATE FUNCTION refuse_engine_overreach() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_user = 'front_door_engine' THEN
    IF OLD.state IN ('signed', 'routed', 'accepted', 'feedback_sent', 'closed') THEN
      RAISE EXCEPTION 'the engine may not touch a settled case' USING ERRCODE = '42501';
    END IF;
    IF NEW.state IS DISTINCT FROM OLD.state AND NOT (
      OLD.state IN ('received', 'validated', 'matched', 'auto_triaged', 'needs_information')
      AND NEW.state IN ('validated', 'matched', 'auto_triaged', 'needs_information')) THEN
      RAISE EXCEPTION 'the engine may not move a case from % to %', OLD.state, NEW.state USING ERRCODE = '42501';
    END IF;
    IF OLD.urgency IS NOT NULL AND coalesce(array_position(ARRAY['blue', 'green', 'amber', 'red'], NEW.urgency), 0)
        < array_position(ARRAY['blue', 'green', 'amber', 'red'], OLD.urgency) THEN
      RAISE EXCEPTION 'the engine may not lower an urgency' USING ERRCODE = '42501';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER engine_overreach BEFORE UPDATE ON case_record
  FOR EACH ROW EXECUTE FUNCTION refuse_engine_overreach();

CREATE FUNCTION refuse_engine_impersonation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_user = 'front_door_engine' AND NEW.actor_kind <> 'service' THEN
    RAISE EXCEPTION 'the engine may not sign for a person' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER engine_impersonation BEFORE INSERT ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_engine_impersonation();
`;
