import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheCase } from './row-security-of-cases.ts';

/** Every clock of a case, its pauses and escalation; milestones that people record; handovers out of hours. */
export class CaseClocks1765000000000 implements MigrationInterface {
  readonly name = 'CaseClocks1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOCKS);
    await runner.query(BESIDE_CLOCKS);
    await runner.query(HANDOVERS);
    await runner.query(ownAuthorityOnly(...TABLES) + hiddenWithTheCase('case_clock', ...TABLES));
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = ['case_clock_pause', 'case_clock_escalation', 'case_milestone', 'case_handover'];

const CLOCKS = `
ALTER TABLE case_clock
  DROP CONSTRAINT case_clock_kind_check,
  DROP CONSTRAINT case_clock_check,
  ADD CHECK (kind IN ('decide_next_steps', 'urgency', 'acknowledge', 'partner_reply', 'sign_off', 'feedback',
    'route_acceptance', 'strategy_discussion', 'child_seen', 'assessment', 'conference', 'core_group', 'event', 'handover',
    'challenge_stage', 'family_review', 'information_to_worker')),
  -- An event may be past when it is reported; a limit never ends before it began.
  ADD CHECK (due_at >= started_at OR kind = 'event'),
  ADD COLUMN subject_id uuid,
  ADD COLUMN stage smallint CHECK (stage > 0),
  ADD COLUMN law text,
  ADD COLUMN started_by text,
  ADD COLUMN stopped_by text,
  ADD COLUMN paused_at timestamptz,
  ADD COLUMN next_escalation_at timestamptz,
  ADD COLUMN breach_reason_code text CHECK (breach_reason_code ~ '^[a-z][a-z_]{2,40}$'),
  ADD COLUMN breach_note text,
  ADD COLUMN breach_by text,
  ADD COLUMN breach_by_name text,
  ADD COLUMN breach_at timestamptz,
  ADD CHECK (paused_at IS NULL OR (stopped_at IS NULL AND paused_at >= started_at)),
  ADD CHECK ((breach_reason_code IS NULL) = (breach_at IS NULL) AND (breach_by IS NULL) = (breach_at IS NULL)),
  ADD CHECK (breach_note IS NULL OR breach_at IS NOT NULL),
  ADD UNIQUE (id, authority_id);
-- Clocks that run already: the next look takes what is due of theirs and notes what comes next.
UPDATE case_clock SET next_escalation_at = started_at WHERE stopped_at IS NULL;
DROP INDEX case_clock_running;
CREATE UNIQUE INDEX case_clock_running ON case_clock (case_id, kind, subject_id) NULLS NOT DISTINCT
  WHERE stopped_at IS NULL;
CREATE INDEX case_clock_to_escalate ON case_clock (authority_id, next_escalation_at)
  WHERE stopped_at IS NULL AND paused_at IS NULL;
CREATE INDEX case_clock_stopped ON case_clock (authority_id, kind, stopped_at);
COMMENT ON COLUMN case_clock.subject_id IS 'The enquiry, challenge or other thing that the clock is about; null where it is the case itself.';
COMMENT ON COLUMN case_clock.law IS 'The nation''s clock that it runs by, as it was when it started.';
COMMENT ON COLUMN case_clock.next_escalation_at IS 'When its next step of escalation is due: found by state, however late.';
COMMENT ON COLUMN case_clock.breach_note IS 'Sealed.';
`;

const BESIDE_CLOCKS = `
CREATE TABLE case_clock_pause (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  clock_id uuid NOT NULL,
  reason_code text NOT NULL CHECK (reason_code ~ '^[a-z][a-z_]{2,40}$'),
  note text,
  paused_by text NOT NULL,
  paused_by_name text NOT NULL,
  paused_at timestamptz NOT NULL,
  resumed_by text,
  resumed_by_name text,
  resumed_at timestamptz,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (clock_id, authority_id) REFERENCES case_clock (id, authority_id) ON DELETE CASCADE,
  CHECK (resumed_at IS NULL OR resumed_at >= paused_at),
  CHECK (resumed_by IS NULL OR resumed_at IS NOT NULL)
);
CREATE INDEX case_clock_pause_of_case ON case_clock_pause (case_id);
CREATE INDEX case_clock_pause_of_clock ON case_clock_pause (clock_id, paused_at);
CREATE UNIQUE INDEX case_clock_pause_open ON case_clock_pause (clock_id) WHERE resumed_at IS NULL;
COMMENT ON TABLE case_clock_pause IS 'When a clock stood still, why, and who let it; an end without a person is the clock''s own stop.';
COMMENT ON COLUMN case_clock_pause.note IS 'Sealed.';

CREATE TABLE case_clock_escalation (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  clock_id uuid NOT NULL,
  stage text NOT NULL CHECK (stage ~ '^[a-z][a-z_]{2,40}$'),
  due_at timestamptz NOT NULL,
  fired_at timestamptz NOT NULL,
  told text[] NOT NULL,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (clock_id, authority_id) REFERENCES case_clock (id, authority_id) ON DELETE CASCADE,
  UNIQUE (clock_id, stage),
  CHECK (fired_at >= due_at)
);
CREATE INDEX case_clock_escalation_of_case ON case_clock_escalation (case_id, fired_at);
COMMENT ON TABLE case_clock_escalation IS 'Steps of escalation that were taken: each once, with when it was due and when it was taken.';

CREATE TABLE case_milestone (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  milestone text NOT NULL CHECK (milestone IN ('strategy_discussion_decided', 'strategy_discussion_held',
    'section_47_started', 'child_seen', 'assessment_authorised', 'conference_held', 'core_group_held')),
  happened_at timestamptz NOT NULL,
  source text NOT NULL CHECK (source ~ '^[a-z][a-z_]{2,40}$'),
  recorded_by text NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  CHECK (happened_at <= recorded_at)
);
CREATE INDEX case_milestone_of_case ON case_milestone (case_id, milestone, happened_at);
COMMENT ON TABLE case_milestone IS 'What happened after the front door''s decision, as a person recorded it. Written once.';
`;

const HANDOVERS = `
CREATE TABLE case_handover (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  actions text NOT NULL,
  made_by text NOT NULL,
  made_by_name text NOT NULL,
  made_at timestamptz NOT NULL,
  accepted_by text,
  accepted_by_name text,
  accepted_at timestamptz,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  CHECK ((accepted_by IS NULL) = (accepted_at IS NULL)),
  CHECK (accepted_at IS NULL OR accepted_at >= made_at)
);
CREATE INDEX case_handover_of_case ON case_handover (case_id, made_at);
CREATE UNIQUE INDEX case_handover_waiting ON case_handover (case_id) WHERE accepted_at IS NULL;
COMMENT ON TABLE case_handover IS 'What the emergency duty team did out of hours, until somebody of the day team takes it over.';
COMMENT ON COLUMN case_handover.actions IS 'Sealed.';

ALTER TABLE case_record ADD COLUMN handover_waiting boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN case_record.handover_waiting IS 'Handed over by the emergency duty team and not accepted yet: first in the worklist.';
CREATE INDEX case_handed_over ON case_record (authority_id, rank, received_at, id) WHERE handover_waiting;
`;

const GRANTS = `
GRANT UPDATE (due_at, stopped_by, paused_at, next_escalation_at, breach_reason_code, breach_note, breach_by, breach_by_name,
  breach_at) ON case_clock TO front_door_api;
GRANT UPDATE (stopped_by, paused_at, next_escalation_at) ON case_clock TO front_door_engine;
GRANT UPDATE (handover_waiting) ON case_record TO front_door_api;
GRANT SELECT, INSERT, UPDATE (resumed_by, resumed_by_name, resumed_at) ON case_clock_pause TO front_door_api;
GRANT SELECT ON case_clock_escalation TO front_door_api;
GRANT SELECT, INSERT ON case_milestone TO front_door_api;
GRANT SELECT, INSERT, UPDATE (accepted_by, accepted_by_name, accepted_at) ON case_handover TO front_door_api;

GRANT SELECT, INSERT ON case_clock_escalation TO front_door_engine;
GRANT SELECT (id, authority_id, case_id, clock_id, paused_at, resumed_at), UPDATE (resumed_at) ON case_clock_pause
  TO front_door_engine;
GRANT SELECT (id, authority_id, case_id, milestone, happened_at) ON case_milestone TO front_door_engine;
`;
