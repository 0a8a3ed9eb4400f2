import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** Sessions of people at the pages, what happens before anybody is known, and signing out everywhere. */
export class SignIn1764300000000 implements MigrationInterface {
  readonly name = 'SignIn1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ownAuthorityOnly('session', 'sign_in_cutoff', 'sign_in_report'));
    await runner.query(BY_SECRET);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = `
CREATE TABLE sign_in_attempt (
  state_hash text PRIMARY KEY CHECK (state_hash ~ '^[0-9a-f]{64}$'),
  browser_hash text NOT NULL CHECK (browser_hash ~ '^[0-9a-f]{64}$'),
  nonce text NOT NULL,
  -- Sealed: whoever holds it could redeem the issuer's code.
  verifier text NOT NULL,
  return_to text NOT NULL CHECK (return_to ~ '^/([^/\\\\]|$)'),
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_by_end ON sign_in_attempt (expires_at);
COMMENT ON TABLE sign_in_attempt IS 'A sign-in on its way to the issuer and back. Removed by the one callback that uses it.';

CREATE TABLE session (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  person_id text NOT NULL,
  actor jsonb NOT NULL,
  key_hash text NOT NULL UNIQUE CHECK (key_hash ~ '^[0-9a-f]{64}$'),
  previous_key_hash text CHECK (previous_key_hash ~ '^[0-9a-f]{64}$'),
  form_token text NOT NULL,
  created_at timestamptz NOT NULL,
  rotated_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  browser text NOT NULL,
  issuer_session text,
  id_token text NOT NULL
);
CREATE INDEX session_by_previous_key ON session (previous_key_hash);
CREATE INDEX session_of_person ON session (authority_id, person_id, created_at DESC);
CREATE INDEX session_by_issuer_session ON session (authority_id, issuer_session);
CREATE INDEX session_by_end ON session (expires_at);
COMMENT ON TABLE session IS 'A person signed in at one browser. The browser holds a random key; here stands its SHA-256.';

CREATE TABLE sign_in_cutoff (
  authority_id text NOT NULL,
  person_id text NOT NULL,
  not_before timestamptz NOT NULL,
  PRIMARY KEY (authority_id, person_id)
);
COMMENT ON TABLE sign_in_cutoff IS 'Tokens of this person that were issued before are worth nothing any more.';

CREATE TABLE sign_in_report (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  person_id text NOT NULL,
  person_name text NOT NULL,
  reported_at timestamptz NOT NULL,
  -- Sealed: people tell more than they need to.
  report text NOT NULL
);
CREATE INDEX sign_in_report_newest ON sign_in_report (authority_id, reported_at DESC);
COMMENT ON TABLE sign_in_report IS 'A person says that a sign-in under their name was not theirs.';

CREATE TABLE held_form (
  id uuid PRIMARY KEY,
  browser_hash text NOT NULL CHECK (browser_hash ~ '^[0-9a-f]{64}$'),
  -- Empty when not even the expired session is known any more.
  person_id text,
  path text NOT NULL,
  fields text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX held_form_of_browser ON held_form (browser_hash, path);
CREATE INDEX held_form_by_end ON held_form (expires_at);
COMMENT ON TABLE held_form IS 'What somebody typed into a form that was sent too late, sealed, for the same person in the same browser.';
`;

/**
 * Before a person is known there is no authority to keep rows apart by. A row is shown to whoever names the hash of the
 * secret that the browser holds: that row and no other. A query without a filter finds nothing.
 */
const BY_SECRET = `
CREATE POLICY by_key ON session FOR SELECT TO front_door_api
  USING (current_setting('front_door.session_key', true) IN (key_hash, previous_key_hash));

ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE held_form ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_browser ON sign_in_attempt TO front_door_api
  USING (browser_hash = current_setting('front_door.browser', true));
CREATE POLICY own_browser ON held_form TO front_door_api
  USING (browser_hash = current_setting('front_door.browser', true));

-- Housekeeping sees what is over, and may do nothing with it but remove it. A session that is over is kept for a day:
-- a form that arrives late must still find whose it was.
CREATE POLICY engine_forgets ON sign_in_attempt TO front_door_engine USING (expires_at < now());
CREATE POLICY engine_forgets ON held_form TO front_door_engine USING (expires_at < now());
CREATE POLICY engine_forgets ON session TO front_door_engine USING (true);
CREATE POLICY only_what_is_over ON session AS RESTRICTIVE TO front_door_engine
  USING (expires_at < now() - interval '1 day');
`;

const GRANTS = `
GRANT SELECT, INSERT, DELETE ON sign_in_attempt, held_form TO front_door_api;
GRANT SELECT, INSERT, UPDATE (key_hash, previous_key_hash, rotated_at, last_seen_at, ended_at) ON session TO front_door_api;
GRANT SELECT, INSERT, UPDATE (not_before) ON sign_in_cutoff TO front_door_api;
GRANT SELECT, INSERT ON sign_in_report TO front_door_api;
GRANT SELECT (expires_at), DELETE ON sign_in_attempt, held_form, session TO front_door_engine;
`;
