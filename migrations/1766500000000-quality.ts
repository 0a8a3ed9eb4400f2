import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheCase } from './row-security-of-cases.ts';

/** What is asked of decisions together: searching them, counting overrides, and drawing samples that are rated blind. */
export class Quality1766500000000 implements MigrationInterface {
  readonly name = 'Quality1766500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEX_OF_DECISIONS);
    await runner.query(KEPT_WITH_DECISIONS);
    await runner.query(EARLIER_DECISIONS);
    await runner.query(SAMPLES);
    await runner.query(ownAuthorityOnly('decision_index', 'decision_rule', ...SAMPLE_TABLES));
    await runner.query(hiddenWithTheCase('decision_index'));
    await runner.query(BLIND);
    await runner.query(BREACHES);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const SAMPLE_TABLES = ['quality_sample', 'quality_item', 'quality_rating', 'quality_closing'];

/** One row a decision, with codes alone: so that a search over a million decisions reads one table, in order. */
const INDEX_OF_DECISIONS = `
CREATE TABLE decision_index (
  decision_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  decided_by text NOT NULL,
  decided_by_name text NOT NULL,
  pathway text NOT NULL,
  level text,
  urgency text NOT NULL,
  proposed_level text,
  proposed_urgency text,
  differs text NOT NULL CHECK (differs IN ('as_proposed', 'higher', 'lower', 'no_proposal')),
  sign_off text NOT NULL CHECK (sign_off IN ('not_needed', 'waiting', 'signed', 'returned')),
  signed_by text,
  rule_set_version text,
  rule_set_hash text,
  rules text[] NOT NULL,
  agency_id text NOT NULL,
  area text,
  team text NOT NULL,
  FOREIGN KEY (decision_id, authority_id) REFERENCES decision (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE
);
CREATE INDEX decision_index_in_order ON decision_index (authority_id, decided_at, decision_id);
CREATE INDEX decision_index_by_decider ON decision_index (authority_id, decided_by, decided_at, decision_id);
CREATE INDEX decision_index_by_agency ON decision_index (authority_id, agency_id, decided_at, decision_id);
CREATE INDEX decision_index_by_area ON decision_index (authority_id, area, decided_at, decision_id);
CREATE INDEX decision_index_by_team ON decision_index (authority_id, team, decided_at, decision_id);
CREATE INDEX decision_index_by_version ON decision_index (authority_id, rule_set_hash, decided_at, decision_id);
CREATE INDEX decision_index_by_difference ON decision_index (authority_id, differs, decided_at, decision_id);
CREATE INDEX decision_index_by_sign_off ON decision_index (authority_id, sign_off, decided_at, decision_id);
CREATE INDEX decision_index_by_pathway ON decision_index (authority_id, pathway, decided_at, decision_id);
CREATE INDEX decision_index_of_case ON decision_index (case_id);
COMMENT ON TABLE decision_index IS 'Decisions by what they are searched and counted by. Follows from decision, its run and its signature; no evidence of its own.';
COMMENT ON COLUMN decision_index.differs IS 'Against the proposal: a higher or lower level, or the same level with another urgency.';
COMMENT ON COLUMN decision_index.rules IS 'Ids of the rules that held.';
COMMENT ON COLUMN decision_index.team IS 'The queue in which the case was decided.';

-- Beside the list of rules, because an index on a list is no use behind row-level security.
CREATE TABLE decision_rule (
  decision_id uuid NOT NULL REFERENCES decision_index (decision_id) ON DELETE CASCADE,
  rule_id text NOT NULL,
  authority_id text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (decision_id, rule_id)
);
CREATE INDEX decision_rule_in_order ON decision_rule (authority_id, rule_id, decided_at, decision_id);
COMMENT ON TABLE decision_rule IS 'The rules of decision_index, one a row, to search by one of them.';
`;

const ENTRY = `
  SELECT d.id, d.authority_id, d.case_id, d.decided_at, d.decided_by, d.decided_by_name, d.pathway, d.level, d.urgency,
    d.proposed_level, d.proposed_urgency,
    CASE WHEN d.proposed_level IS NULL OR d.proposed_urgency IS NULL THEN 'no_proposal'
      WHEN level_rank(d.level) > level_rank(d.proposed_level) THEN 'higher'
      WHEN level_rank(d.level) < level_rank(d.proposed_level) THEN 'lower'
      WHEN urgency_rank(d.urgency) > urgency_rank(d.proposed_urgency) THEN 'higher'
      WHEN urgency_rank(d.urgency) < urgency_rank(d.proposed_urgency) THEN 'lower'
      ELSE 'as_proposed' END,
    CASE WHEN s.outcome IS NOT NULL THEN s.outcome WHEN cardinality(d.sign_off_reasons) = 0 THEN 'not_needed'
      ELSE 'waiting' END,
    s.signed_by, r.rule_set_version, r.rule_set_hash,
    ARRAY(SELECT t ->> 'ruleId' FROM jsonb_array_elements(r.evaluation -> 'trace') t WHERE t ->> 'result' = 'true'),
    c.agency_id, c.area, c.queue
  FROM decision d JOIN case_record c ON c.id = d.case_id LEFT JOIN triage_run r ON r.id = d.run_id
  LEFT JOIN decision_sign_off s ON s.decision_id = d.id`;

const RULES = `
  SELECT DISTINCT i.decision_id, r.rule, i.authority_id, i.decided_at
  FROM decision_index i, unnest(i.rules) AS r (rule)`;

/** Kept by PostgreSQL with each decision and signature, whoever writes them. */
const KEPT_WITH_DECISIONS = `
CREATE FUNCTION level_rank(level text) RETURNS integer LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_position(
    ARRAY['universal', 'early_help', 'targeted_early_help', 'statutory_need', 'statutory_protection'], level), 0)
$$;
CREATE FUNCTION urgency_rank(urgency text) RETURNS integer LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT array_position(ARRAY['blue', 'green', 'amber', 'red'], urgency)
$$;
CREATE FUNCTION index_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO decision_index ${ENTRY} WHERE d.id = NEW.id;
  INSERT INTO decision_rule ${RULES} WHERE i.decision_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER index_decision AFTER INSERT ON decision FOR EACH ROW EXECUTE FUNCTION index_decision();

CREATE FUNCTION index_sign_off() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE decision_index SET sign_off = NEW.outcome, signed_by = NEW.signed_by WHERE decision_id = NEW.decision_id;
  RETURN NULL;
END $$;
CREATE TRIGGER index_sign_off AFTER INSERT ON decision_sign_off FOR EACH ROW EXECUTE FUNCTION index_sign_off();
`;

/** Of cases that were handed on before, the queue in which they stand now is the nearest that is known. */
const EARLIER_DECISIONS = `
ALTER TABLE decision NO FORCE ROW LEVEL SECURITY;
ALTER TABLE decision_sign_off NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_record NO FORCE ROW LEVEL SECURITY;
ALTER TABLE triage_run NO FORCE ROW LEVEL SECURITY;
INSERT INTO decision_index ${ENTRY};
INSERT INTO decision_rule ${RULES};
ALTER TABLE decision FORCE ROW LEVEL SECURITY;
ALTER TABLE decision_sign_off FORCE ROW LEVEL SECURITY;
ALTER TABLE case_record FORCE ROW LEVEL SECURITY;
ALTER TABLE triage_run FORCE ROW LEVEL SECURITY;
`;

const SAMPLES = `
CREATE TABLE quality_sample (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  strata text NOT NULL CHECK (strata IN ('none', 'pathway', 'agency', 'area', 'team', 'difference')),
  only_overrides boolean NOT NULL,
  wanted smallint NOT NULL CHECK (wanted BETWEEN 1 AND 500),
  seed text NOT NULL CHECK (seed ~ '^[0-9a-f]{32}$'),
  frame_size integer NOT NULL CHECK (frame_size > 0),
  frame_sha256 text NOT NULL CHECK (frame_sha256 ~ '^[0-9a-f]{64}$'),
  drawn_by text NOT NULL,
  drawn_by_name text NOT NULL,
  drawn_at timestamptz NOT NULL,
  UNIQUE (id, authority_id),
  CHECK (from_day <= to_day)
);
CREATE INDEX quality_sample_in_order ON quality_sample (authority_id, drawn_at DESC, id DESC);
COMMENT ON TABLE quality_sample IS 'A random sample of decisions for a second opinion; the seed and the hash of what it was drawn from let the draw be repeated.';
COMMENT ON COLUMN quality_sample.frame_sha256 IS 'Over the ids of all decisions that could have been drawn, in order, each with a line end.';

CREATE TABLE quality_item (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  sample_id uuid NOT NULL,
  position smallint NOT NULL CHECK (position > 0),
  stratum text,
  case_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  decided_by text NOT NULL,
  signed_by text,
  rater_id text,
  rater_name text,
  taken_at timestamptz,
  UNIQUE (sample_id, position),
  UNIQUE (sample_id, decision_id),
  UNIQUE (id, authority_id),
  UNIQUE (id, rater_id),
  FOREIGN KEY (sample_id, authority_id) REFERENCES quality_sample (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (decision_id, authority_id) REFERENCES decision (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (decision_id, decided_by) REFERENCES decision (id, decided_by) ON DELETE CASCADE,
  CHECK ((rater_id IS NULL) = (taken_at IS NULL) AND (rater_id IS NULL) = (rater_name IS NULL)),
  CHECK (rater_id IS NULL OR (rater_id <> decided_by AND rater_id IS DISTINCT FROM signed_by))
);
CREATE INDEX quality_item_of_case ON quality_item (case_id);
CREATE INDEX quality_item_of_decision ON quality_item (decision_id);
CREATE INDEX quality_item_of_rater ON quality_item (rater_id) WHERE rater_id IS NOT NULL;
COMMENT ON TABLE quality_item IS 'A decision in a sample, and who rates it: never its decider or signer.';

CREATE TABLE quality_rating (
  item_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  rated_by text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('no_further_action', 'universal', 'early_help', 'targeted_early_help',
    'statutory_need', 'statutory_protection')),
  urgency text NOT NULL CHECK (urgency IN ('blue', 'green', 'amber', 'red')),
  knew_enough boolean NOT NULL,
  reason text NOT NULL,
  rated_at timestamptz NOT NULL,
  FOREIGN KEY (item_id, authority_id) REFERENCES quality_item (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (item_id, rated_by) REFERENCES quality_item (id, rater_id) ON DELETE CASCADE
);
COMMENT ON TABLE quality_rating IS 'What the second person would have decided, said before they saw the decision. Written once.';
COMMENT ON COLUMN quality_rating.reason IS 'Sealed under the key of the referral.';

CREATE TABLE quality_closing (
  item_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  conclusion text NOT NULL CHECK (conclusion IN ('decision_stands', 'rating_preferred', 'both_defensible', 'threshold_unclear')),
  note text NOT NULL,
  closed_by text NOT NULL,
  closed_by_name text NOT NULL,
  closed_at timestamptz NOT NULL,
  FOREIGN KEY (item_id, authority_id) REFERENCES quality_item (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (item_id) REFERENCES quality_rating (item_id) ON DELETE CASCADE
);
COMMENT ON TABLE quality_closing IS 'What came of talking over a difference between decision and rating. Written once.';
COMMENT ON COLUMN quality_closing.note IS 'Sealed under the key of the referral.';
`;

/**
 * Whoever has taken a decision to rate does not see its case until they have rated it: no page, list or search of theirs
 * finds it, save the one transaction that shows what was known then. An initial plan, so it costs each query one look.
 */
const BLIND = `
CREATE POLICY closed_until_rated ON case_record AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  current_setting('front_door.blind_view', true) IS NOT DISTINCT FROM 'on'
  OR id <> ALL (ARRAY(SELECT i.case_id FROM quality_item i
    WHERE i.rater_id = current_setting('front_door.person', true)
      AND NOT EXISTS (SELECT 1 FROM quality_rating r WHERE r.item_id = i.id))));
`;

/** Clocks by when they ran out, for reports on breaches. */
const BREACHES = `CREATE INDEX case_clock_by_due ON case_clock (authority_id, due_at);`;

const GRANTS = `
GRANT SELECT ON decision_index, decision_rule TO front_door_api;
GRANT SELECT, INSERT ON quality_sample, quality_item, quality_rating, quality_closing TO front_door_api;
GRANT UPDATE (rater_id, rater_name, taken_at) ON quality_item TO front_door_api;
`;
