import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';
import { hiddenWithTheCase } from './row-security-of-cases.ts';

/** What somebody is to be told, stored with the change that it tells of. */
export class Messages1764800000000 implements MigrationInterface {
  readonly name = 'Messages1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES + ownAuthorityOnly('message') + hiddenWithTheCase('message'));
    await runner.query(QUEUE + GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = `
CREATE TABLE message (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  template text NOT NULL CHECK (template ~ '^[a-z_]{3,60}$'),
  to_kind text NOT NULL CHECK (to_kind IN ('sender', 'agency', 'person', 'role', 'emergency_duty_team')),
  to_id text,
  to_queue text,
  referral_id uuid,
  case_id uuid,
  subject_id uuid,
  urgent boolean NOT NULL,
  dedupe_key text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (id, authority_id),
  UNIQUE (authority_id, dedupe_key),
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, authority_id) REFERENCES case_record (id, authority_id) ON DELETE CASCADE,
  CHECK ((to_id IS NULL) = (to_kind IN ('sender', 'emergency_duty_team'))),
  CHECK (to_kind <> 'sender' OR referral_id IS NOT NULL),
  CHECK (to_queue IS NULL OR to_kind = 'role')
);
CREATE INDEX message_of_case ON message (case_id, created_at);
CREATE INDEX message_to ON message (authority_id, to_kind, to_id, created_at DESC);
COMMENT ON TABLE message IS 'What somebody is to be told: ids and a template only. The words are made when it is sent.';
COMMENT ON COLUMN message.dedupe_key IS 'Says what the message is about: the same thing is never told twice.';
`;

/**
 * Whoever answers about a case that is hidden from them still has its holder told: ON CONFLICT would have to see the row.
 * The function says nothing, and row security keeps it to the authority that the transaction runs for.
 */
const QUEUE = `
CREATE FUNCTION queue_message(new_id uuid, place text, wanted_template text, kind text, recipient text, queue text,
  about_referral uuid, about_case uuid, about_subject uuid, at_once boolean, key text, at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
INSERT INTO message (id, authority_id, template, to_kind, to_id, to_queue, referral_id, case_id, subject_id, urgent,
    dedupe_key, created_at)
  VALUES (new_id, place, wanted_template, kind, recipient, queue, about_referral, about_case, about_subject, at_once, key, at)
  ON CONFLICT (authority_id, dedupe_key) DO NOTHING
$$;
REVOKE ALL ON FUNCTION queue_message FROM PUBLIC;
GRANT EXECUTE ON FUNCTION queue_message TO front_door_api, front_door_engine;
`;

const GRANTS = `
GRANT SELECT ON message TO front_door_api, front_door_engine;
`;
