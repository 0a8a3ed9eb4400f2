import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** Counts of requests, and files that senders add to their referrals. */
export class AtTheDoor1764500000000 implements MigrationInterface {
  readonly name = 'AtTheDoor1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RATE_LIMIT);
    await runner.query(ATTACHMENT + ownAuthorityOnly('attachment', 'attachment_content'));
    await runner.query(RESTRICTED + FINAL_VERDICT);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/** Unlogged: a crash empties it, which is forgiving, and it is in no backup. Columns are those the limiter asks for. */
const RATE_LIMIT = `
CREATE UNLOGGED TABLE rate_limit (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
) WITH (fillfactor = 50);
COMMENT ON TABLE rate_limit IS 'Requests counted in the running window, by keys that do not lead back to a person or an address.';
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO front_door_api;
`;

/** The API may not say that a file is clean, and the engine may say nothing else about it. */
const ATTACHMENT = `
CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  referral_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes integer NOT NULL CHECK (size_bytes BETWEEN 1 AND 10485760),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  received_at timestamptz NOT NULL,
  uploaded_by text NOT NULL,
  state text NOT NULL DEFAULT 'quarantined' CHECK (state IN ('quarantined', 'clean', 'infected', 'unreadable')),
  scanned_at timestamptz,
  scanner text,
  -- How often a scan came to nothing, and when the next may be.
  scan_attempts integer NOT NULL DEFAULT 0,
  scan_after timestamptz NOT NULL DEFAULT now(),
  UNIQUE (id, authority_id),
  UNIQUE (referral_id, sha256),
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id),
  CHECK ((state = 'quarantined') = (scanned_at IS NULL)),
  CHECK (state NOT IN ('clean', 'infected') OR scanner IS NOT NULL)
);
CREATE INDEX attachment_to_scan ON attachment (authority_id, scan_after) WHERE state = 'quarantined';
COMMENT ON TABLE attachment IS 'A file that belongs to a referral, its name sealed; nobody gets it before it is clean.';
GRANT SELECT, INSERT (id, authority_id, referral_id, name, media_type, size_bytes, sha256, received_at, uploaded_by)
  ON attachment TO front_door_api;
GRANT SELECT, UPDATE (state, scanned_at, scanner, scan_attempts, scan_after) ON attachment TO front_door_engine;

CREATE TABLE attachment_content (
  attachment_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  content bytea NOT NULL,
  FOREIGN KEY (attachment_id, authority_id) REFERENCES attachment (id, authority_id)
);
-- What is sealed does not compress.
ALTER TABLE attachment_content ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE attachment_content IS 'The bytes of an attachment, sealed with the key of its referral.';
GRANT SELECT, INSERT ON attachment_content TO front_door_api;
GRANT SELECT ON attachment_content TO front_door_engine;
`;

/** Attachments are there for whom a case of their referral is there. */
const RESTRICTED = `
CREATE POLICY of_visible_case ON attachment AS RESTRICTIVE TO front_door_api USING (
  EXISTS (SELECT 1 FROM case_record c WHERE c.referral_id = attachment.referral_id));
CREATE POLICY of_visible_attachment ON attachment_content AS RESTRICTIVE TO front_door_api USING (
  EXISTS (SELECT 1 FROM attachment a WHERE a.id = attachment_content.attachment_id));
`;

/** Nothing that was found infected becomes clean, whoever asks. */
const FINAL_VERDICT = `
CREATE FUNCTION keep_verdict() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.state OPERATOR(pg_catalog.<>) 'quarantined' THEN
    RAISE EXCEPTION 'the verdict on an attachment is final' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_verdict BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION keep_verdict();
`;
