import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** What the worklist needs: indexes for its filters, counts that nobody has to count, saved views, claims that lapse. */
export class Worklists1766200000000 implements MigrationInterface {
  readonly name = 'Worklists1766200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES + COUNTS + VIEWS + PEOPLE);
    await runner.query(ownAuthorityOnly('worklist_count', 'worklist_change', 'worklist_view', 'worklist_choice'));
    await runner.query(GRANTS + CLAIMS_LAPSE);
    await runner.query(COUNT_NOW + NOTE_CHANGES);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/**
 * Each filter that leaves few of many cases has the list's own order, so that a page costs the same however long the list.
 * What counts by due time holds what row security asks for, so that it reads no case.
 */
const INDEXES = `
CREATE INDEX case_of_queue ON case_record (authority_id, queue, rank, received_at, id) WHERE open;
CREATE INDEX case_of_area ON case_record (authority_id, area, rank, received_at, id) WHERE open;
CREATE INDEX case_of_state ON case_record (authority_id, state, rank, received_at, id) WHERE open;
CREATE INDEX case_of_holder ON case_record (authority_id, claimed_by, rank, received_at, id)
  INCLUDE (next_due_at, restricted, agency_id) WHERE open AND claimed_by IS NOT NULL;
CREATE INDEX case_not_triaged ON case_record (authority_id, rank, received_at, id) WHERE open AND urgency IS NULL;
CREATE INDEX case_with_questions ON case_record (authority_id, rank, received_at, id) WHERE open AND needs_information;
CREATE INDEX case_with_team ON case_record (authority_id, queue, rank, received_at, id)
  WHERE state IN ('routed', 'accepted');
CREATE INDEX case_with_practitioner ON case_record (authority_id, claimed_by) WHERE state IN ('routed', 'accepted');
DROP INDEX case_due;
CREATE INDEX case_due ON case_record (authority_id, next_due_at)
  INCLUDE (id, restricted, agency_id, rank, received_at, handover_waiting) WHERE open;
CREATE INDEX case_due_in_queue ON case_record (authority_id, queue, next_due_at)
  INCLUDE (id, restricted, agency_id) WHERE open;
CREATE INDEX case_arrived_in_queue ON case_record (authority_id, queue, received_at) WHERE open;
CREATE INDEX case_claimed_since ON case_record (authority_id, claimed_at) WHERE open AND claimed_by IS NOT NULL;
CREATE INDEX case_restricted_open ON case_record (authority_id) WHERE open AND restricted;
`;

/**
 * A row for each change, added up by the worker: one counter that every transaction wrote would have all of them wait for
 * one another. Restricted cases stand in no count: those to whom they are open count them by themselves.
 */
const COUNTS = `
CREATE TABLE worklist_count (
  authority_id text NOT NULL,
  queue text NOT NULL,
  urgency text NOT NULL,
  held boolean NOT NULL,
  cases integer NOT NULL,
  PRIMARY KEY (authority_id, queue, urgency, held)
);
COMMENT ON TABLE worklist_count IS 'Open cases that are not restricted, by queue and urgency; together with worklist_change.';

CREATE TABLE worklist_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  authority_id text NOT NULL,
  queue text NOT NULL,
  urgency text NOT NULL,
  held boolean NOT NULL,
  cases smallint NOT NULL CHECK (cases IN (-1, 1))
);
CREATE INDEX worklist_change_of_authority ON worklist_change (authority_id, id);
COMMENT ON TABLE worklist_change IS 'Changes that worklist_count does not hold yet.';
`;

const VIEWS = `
CREATE TABLE worklist_view (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  made_by text NOT NULL,
  team text,
  name text NOT NULL,
  query text NOT NULL CHECK (length(query) <= 500),
  made_at timestamptz NOT NULL
);
CREATE INDEX worklist_view_of_person ON worklist_view (authority_id, made_by);
CREATE INDEX worklist_view_of_team ON worklist_view (authority_id, team) WHERE team IS NOT NULL;
COMMENT ON TABLE worklist_view IS 'Filters of the worklist under a name, of a person or for a team. The name is sealed.';

CREATE TABLE worklist_choice (
  authority_id text NOT NULL,
  person_id text NOT NULL,
  default_query text CHECK (length(default_query) <= 500),
  place text CHECK (length(place) <= 1000),
  shortcuts boolean NOT NULL DEFAULT true,
  PRIMARY KEY (authority_id, person_id)
);
COMMENT ON TABLE worklist_choice IS 'How a person likes the worklist, and where in it they were last: filters and a cursor, no names.';
`;

const PEOPLE = `
ALTER TABLE contact_point ADD COLUMN name text;
COMMENT ON COLUMN contact_point.name IS 'As at the last sign-in: whoever is given a case is chosen by it.';
`;

const GRANTS = `
GRANT SELECT ON worklist_count, worklist_change TO front_door_api;
GRANT INSERT ON worklist_change TO front_door_api, front_door_engine;
GRANT SELECT, DELETE ON worklist_change TO front_door_engine;
GRANT SELECT, INSERT, UPDATE ON worklist_count TO front_door_engine;
GRANT SELECT, INSERT, DELETE ON worklist_view TO front_door_api;
GRANT SELECT, INSERT, UPDATE ON worklist_choice TO front_door_api;
GRANT UPDATE (claimed_by, claimed_by_name, claimed_at) ON case_record TO front_door_engine;
`;

/** The engine may let go of what nobody works on. It takes nothing into anybody's hands. */
const CLAIMS_LAPSE = `
CREATE FUNCTION refuse_engine_claim() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_user = 'front_door_engine' AND NEW.claimed_by IS NOT NULL THEN
    RAISE EXCEPTION 'the engine may not claim a case for anybody' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER engine_claim BEFORE UPDATE OF claimed_by, claimed_by_name, claimed_at ON case_record
  FOR EACH ROW WHEN (OLD.claimed_by IS DISTINCT FROM NEW.claimed_by) EXECUTE FUNCTION refuse_engine_claim();
`;

const COUNT_NOW = `
ALTER TABLE case_record NO FORCE ROW LEVEL SECURITY;
ALTER TABLE worklist_count NO FORCE ROW LEVEL SECURITY;
INSERT INTO worklist_count (authority_id, queue, urgency, held, cases)
  SELECT authority_id, queue, coalesce(urgency, 'not_triaged'), claimed_by IS NOT NULL, count(*)
  FROM case_record WHERE open AND NOT restricted GROUP BY 1, 2, 3, 4;
ALTER TABLE worklist_count FORCE ROW LEVEL SECURITY;
ALTER TABLE case_record FORCE ROW LEVEL SECURITY;
`;

/** Screens are told that something of a queue changed, and nothing of what: authority and queue are all that is said. */
const NOTE_CHANGES = `
CREATE FUNCTION note_worklist_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.open AND NOT OLD.restricted THEN
    INSERT INTO worklist_change (authority_id, queue, urgency, held, cases)
    VALUES (OLD.authority_id, OLD.queue, coalesce(OLD.urgency, 'not_triaged'), OLD.claimed_by IS NOT NULL, -1);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.open AND NOT NEW.restricted THEN
    INSERT INTO worklist_change (authority_id, queue, urgency, held, cases)
    VALUES (NEW.authority_id, NEW.queue, coalesce(NEW.urgency, 'not_triaged'), NEW.claimed_by IS NOT NULL, 1);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER worklist_counts AFTER INSERT OR DELETE ON case_record
  FOR EACH ROW EXECUTE FUNCTION note_worklist_change();
CREATE TRIGGER worklist_counts_changed AFTER UPDATE ON case_record FOR EACH ROW
  WHEN ((OLD.open, OLD.restricted, OLD.queue, OLD.urgency, OLD.claimed_by IS NULL)
    IS DISTINCT FROM (NEW.open, NEW.restricted, NEW.queue, NEW.urgency, NEW.claimed_by IS NULL))
  EXECUTE FUNCTION note_worklist_change();

CREATE FUNCTION tell_of_worklist_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('front_door_worklist', NEW.authority_id || ' ' || NEW.queue);
  IF TG_OP = 'UPDATE' AND OLD.queue <> NEW.queue THEN
    PERFORM pg_notify('front_door_worklist', OLD.authority_id || ' ' || OLD.queue);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER worklist_told_of_new AFTER INSERT ON case_record
  FOR EACH ROW EXECUTE FUNCTION tell_of_worklist_change();
CREATE TRIGGER worklist_told AFTER UPDATE ON case_record FOR EACH ROW
  WHEN (OLD.version IS DISTINCT FROM NEW.version) EXECUTE FUNCTION tell_of_worklist_change();
`;
