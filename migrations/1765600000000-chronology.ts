import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheCase, hiddenWithTheReferral } from './row-security-of-cases.ts';

/** What people add to a chronology: significant events, and what they make of it all. */
export class Chronology1765600000000 implements MigrationInterface {
  readonly name = 'Chronology1765600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES + ownAuthorityOnly(...NAMES));
    await runner.query(hiddenWithTheReferral('chronology_event'));
    await runner.query(hiddenWithTheCase('chronology_event_child', 'chronology_analysis'));
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const NAMES = ['chronology_event', 'chronology_event_child', 'chronology_analysis'];

const TABLES = `
CREATE TABLE chronology_event (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z_]{3,40}$'),
  happened_on date NOT NULL,
  date_precision text NOT NULL CHECK (date_precision IN ('day', 'month', 'year', 'approximate')),
  details text NOT NULL,
  recorded_by text NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_by_role text NOT NULL,
  recorded_at timestamptz NOT NULL,
  corrects uuid,
  UNIQUE (id, authority_id),
  UNIQUE (id, referral_id),
  UNIQUE (corrects),
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (corrects, referral_id) REFERENCES chronology_event (id, referral_id) ON DELETE CASCADE,
  CHECK (corrects IS DISTINCT FROM id)
);
CREATE INDEX chronology_event_of_referral ON chronology_event (referral_id);
COMMENT ON TABLE chronology_event IS 'A significant event that somebody entered. Never changed: another corrects it, once, and both stay.';
COMMENT ON COLUMN chronology_event.details IS 'What happened, who told it, why it was corrected: sealed under the key of the referral.';
COMMENT ON COLUMN chronology_event.happened_on IS 'The first day it may have happened on: of the month or year where no more is known.';

CREATE TABLE chronology_event_child (
  event_id uuid NOT NULL,
  case_id uuid NOT NULL,
  authority_id text NOT NULL,
  PRIMARY KEY (event_id, case_id),
  FOREIGN KEY (event_id, authority_id) REFERENCES chronology_event (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE
);
CREATE INDEX chronology_event_child_of_case ON chronology_event_child (case_id);
COMMENT ON TABLE chronology_event_child IS 'Which children of the referral a significant event is about.';

CREATE TABLE chronology_analysis (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  case_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  note text NOT NULL,
  written_by text NOT NULL,
  written_by_name text NOT NULL,
  written_by_role text NOT NULL,
  written_at timestamptz NOT NULL,
  UNIQUE (case_id, version),
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE
);
COMMENT ON TABLE chronology_analysis IS 'What a named person makes of the chronology of a child; every version stays.';
COMMENT ON COLUMN chronology_analysis.note IS 'Sealed under the key of the referral.';
`;

const GRANTS = `
GRANT SELECT, INSERT ON chronology_event, chronology_event_child, chronology_analysis TO front_door_api;
`;
