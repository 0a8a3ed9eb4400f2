import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Life cycle of rule sets, compact facts of triaged cases, backtests. */
export class RuleSets1763800000000 implements MigrationInterface {
  readonly name = 'RuleSets1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LIFE_CYCLE);
    await runner.query(HISTORY);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const LIFE_CYCLE = `
CREATE TABLE rule_set_version (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  rule_set_id text NOT NULL,
  label text NOT NULL,
  title text NOT NULL,
  hash text NOT NULL REFERENCES rule_set_content (hash),
  origin text NOT NULL CHECK (origin IN ('copied', 'imported')),
  based_on_hash text REFERENCES rule_set_content (hash),
  change_note text NOT NULL,
  editors text[] NOT NULL CHECK (cardinality(editors) > 0),
  author_name text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  abandoned_at timestamptz,
  revision integer NOT NULL,
  UNIQUE (authority_id, label),
  UNIQUE (id, hash, editors)
);
COMMENT ON TABLE rule_set_version IS 'An authority''s own rule sets. How far one has come follows from its jobs, its approval and its activations.';

CREATE TABLE rule_set_job (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  version_id uuid NOT NULL REFERENCES rule_set_version (id),
  hash text NOT NULL REFERENCES rule_set_content (hash),
  kind text NOT NULL CHECK (kind IN ('verify', 'backtest')),
  state text NOT NULL CHECK (state IN ('queued', 'running', 'cancelled', 'done', 'failed')),
  outcome text,
  processed bigint NOT NULL DEFAULT 0,
  total bigint,
  checkpoint jsonb,
  result jsonb,
  failure text,
  requested_by text NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  cancel_requested_at timestamptz,
  claim_token bigint,
  claimed_until timestamptz,
  UNIQUE (id, hash, outcome),
  CHECK ((state = 'done') = (outcome IS NOT NULL)),
  CHECK (coalesce(outcome, 'none') IN ('none', 'safe', 'unsafe', 'even', 'uneven')),
  CHECK (outcome IS NULL OR (kind = 'verify') = (outcome IN ('safe', 'unsafe')))
);
CREATE INDEX rule_set_job_waiting ON rule_set_job (requested_at) WHERE state IN ('queued', 'running');
CREATE INDEX rule_set_job_of_version ON rule_set_job (version_id, requested_at);
COMMENT ON COLUMN rule_set_job.outcome IS 'uneven: a group''s share moved beyond the limits, so an approval needs a justification.';

CREATE TABLE backtest_lower (
  job_id uuid NOT NULL REFERENCES rule_set_job (id),
  case_id uuid NOT NULL REFERENCES case_record (id),
  from_level text NOT NULL,
  from_urgency text NOT NULL,
  to_level text NOT NULL,
  to_urgency text NOT NULL,
  PRIMARY KEY (job_id, case_id)
);
COMMENT ON TABLE backtest_lower IS 'Every child who would have gone lower, for a person to read before approval.';

CREATE TABLE backtest_reading (
  job_id uuid NOT NULL REFERENCES rule_set_job (id),
  person_id text NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (job_id, person_id)
);

CREATE TABLE rule_set_approval (
  version_id uuid PRIMARY KEY,
  hash text NOT NULL,
  editors text[] NOT NULL,
  verification_id uuid NOT NULL,
  verification_outcome text NOT NULL CHECK (verification_outcome = 'safe'),
  backtest_id uuid NOT NULL,
  backtest_outcome text NOT NULL CHECK (backtest_outcome IN ('even', 'uneven')),
  justification text,
  approved_by text NOT NULL,
  approved_by_name text NOT NULL,
  approved_at timestamptz NOT NULL,
  FOREIGN KEY (version_id, hash, editors) REFERENCES rule_set_version (id, hash, editors),
  FOREIGN KEY (verification_id, hash, verification_outcome) REFERENCES rule_set_job (id, hash, outcome),
  FOREIGN KEY (backtest_id, hash, backtest_outcome) REFERENCES rule_set_job (id, hash, outcome),
  FOREIGN KEY (backtest_id, approved_by) REFERENCES backtest_reading (job_id, person_id),
  CHECK (NOT (approved_by = ANY (editors))),
  CHECK (backtest_outcome = 'even' OR coalesce(length(btrim(justification)), 0) >= 50)
);
COMMENT ON TABLE rule_set_approval IS 'By its keys: of exactly this content, proved safe, backtested, its lower list opened by the approver, who never edited it.';

CREATE TABLE rule_set_activation (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  version_id uuid NOT NULL REFERENCES rule_set_approval (version_id),
  hash text NOT NULL REFERENCES rule_set_content (hash),
  area text NOT NULL,
  from_date date NOT NULL,
  activated_by text NOT NULL,
  activated_by_name text NOT NULL,
  activated_at timestamptz NOT NULL,
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  CHECK (from_date >= (activated_at AT TIME ZONE 'Europe/London')::date),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  CHECK (withdrawn_at IS NULL OR coalesce(length(btrim(withdrawn_reason)), 0) > 0)
);
CREATE INDEX rule_set_activation_in_force ON rule_set_activation (authority_id, area, from_date) WHERE withdrawn_at IS NULL;
COMMENT ON COLUMN rule_set_activation.area IS 'Area of the authority; * for all of it. The latest that has begun counts, wherever it reaches.';
`;

const HISTORY = `
CREATE TABLE fact_layout (
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  description jsonb NOT NULL
);
COMMENT ON TABLE fact_layout IS 'How the facts of a catalogue lie in case_facts.record.';

CREATE TABLE case_code (
  authority_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('area', 'agency', 'ethnicity', 'rule_set')),
  code integer NOT NULL CHECK (code BETWEEN 0 AND 65534),
  value text NOT NULL,
  PRIMARY KEY (authority_id, kind, code),
  UNIQUE (authority_id, kind, value)
);
COMMENT ON TABLE case_code IS 'Small numbers that stand for words in case_facts.record.';

CREATE TABLE case_facts (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id uuid NOT NULL UNIQUE REFERENCES case_record (id),
  authority_id text NOT NULL,
  layout_hash text NOT NULL REFERENCES fact_layout (hash),
  record bytea NOT NULL
);
CREATE INDEX case_facts_of_authority ON case_facts (authority_id, seq);
COMMENT ON TABLE case_facts IS 'Facts and outcome of each case''s latest run in a few dozen bytes, so that all of history can be triaged again.';
`;

const GRANTS = `
GRANT INSERT ON rule_set_content TO front_door_api;
GRANT SELECT, INSERT ON rule_set_version, rule_set_job, backtest_reading, rule_set_approval, rule_set_activation TO front_door_api;
GRANT UPDATE (rule_set_id, label, title, hash, abandoned_at, change_note, editors, changed_at, revision) ON rule_set_version TO front_door_api;
GRANT UPDATE (state, cancel_requested_at) ON rule_set_job TO front_door_api;
GRANT UPDATE (withdrawn_by, withdrawn_by_name, withdrawn_at, withdrawn_reason) ON rule_set_activation TO front_door_api;
GRANT SELECT ON backtest_lower, case_facts, case_code, fact_layout TO front_door_api;

GRANT SELECT ON rule_set_version, rule_set_job, rule_set_activation, backtest_lower TO front_door_engine;
GRANT UPDATE (state, outcome, processed, total, checkpoint, result, failure, started_at, finished_at, claim_token, claimed_until)
  ON rule_set_job TO front_door_engine;
GRANT INSERT ON backtest_lower TO front_door_engine;
GRANT SELECT, INSERT ON fact_layout, case_code TO front_door_engine;
GRANT SELECT, INSERT, UPDATE ON case_facts TO front_door_engine;
`;
