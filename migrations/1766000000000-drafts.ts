import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** Referrals that are being written, and by which way a referral came. */
export class Drafts1766000000000 implements MigrationInterface {
  readonly name = 'Drafts1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANNEL);
    await runner.query(DRAFT + SENDER + ownAuthorityOnly('referral_draft', 'sender_details') + OWNERS_ONLY);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const CHANNEL = `
ALTER TABLE referral ADD COLUMN channel text NOT NULL DEFAULT 'system'
  CHECK (channel IN ('system', 'form', 'telephone', 'self_referral', 'upload'));
COMMENT ON COLUMN referral.channel IS 'By which way it came: from a partner system, the form, a telephone call, the public form, a file of notices.';
`;

/** The engine takes away what has run out and reads nothing of it; whoever writes takes nothing away. */
const DRAFT = `
CREATE TABLE referral_draft (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  owner text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('form', 'telephone', 'self_referral')),
  content text,
  danger boolean NOT NULL DEFAULT false,
  page text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  started_at timestamptz NOT NULL,
  saved_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended text CHECK (ended IN ('sent', 'abandoned', 'expired')),
  ended_at timestamptz,
  receipt jsonb,
  CHECK ((ended IS NULL) = (content IS NOT NULL)),
  CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CHECK (coalesce(ended = 'sent', false) = (receipt IS NOT NULL))
);
CREATE INDEX referral_draft_of_owner ON referral_draft (authority_id, owner, saved_at DESC);
CREATE INDEX referral_draft_to_end ON referral_draft (authority_id, expires_at) WHERE ended IS NULL;
CREATE INDEX referral_draft_ended ON referral_draft (authority_id, ended_at) WHERE ended IS NOT NULL;
COMMENT ON TABLE referral_draft IS 'A referral that somebody is writing; once it is sent, its receipt. Its owner alone is shown it.';
COMMENT ON COLUMN referral_draft.owner IS 'Id of the person who writes, or a blind index of the code by which a family comes back.';
COMMENT ON COLUMN referral_draft.content IS 'What was typed so far, sealed; gone once the draft has ended.';
GRANT SELECT, INSERT ON referral_draft TO front_door_api;
GRANT UPDATE (content, danger, page, version, saved_at, expires_at, ended, ended_at, receipt) ON referral_draft
  TO front_door_api;
GRANT SELECT (id, authority_id, expires_at, ended, ended_at), UPDATE (content, ended, ended_at), DELETE
  ON referral_draft TO front_door_engine;
`;

const SENDER = `
CREATE TABLE sender_details (
  authority_id text NOT NULL,
  owner text NOT NULL,
  details text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, owner)
);
COMMENT ON TABLE sender_details IS 'Name, role and telephone number that a person gave with the last referral, sealed: nobody types them twice.';
GRANT SELECT, INSERT, UPDATE (details, saved_at) ON sender_details TO front_door_api;
GRANT SELECT (authority_id, owner, saved_at), DELETE ON sender_details TO front_door_engine;
`;

const OWNERS_ONLY = ['referral_draft', 'sender_details']
  .map(
    (table) => `
CREATE POLICY own_draft ON ${table} AS RESTRICTIVE TO front_door_api
  USING (owner = current_setting('front_door.person', true));`,
  )
  .join('');
