import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** A key for each referral, and the columns that it seals. */
export class Vault1764100000000 implements MigrationInterface {
  readonly name = 'Vault1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECORD_KEY + ownAuthorityOnly('record_key'));
    await runner.query(SEALED_COLUMNS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const RECORD_KEY = `
CREATE TABLE record_key (
  referral_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  wrapped bytea NOT NULL,
  key_id text NOT NULL,
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id)
);
CREATE INDEX record_key_wrapped_by ON record_key (authority_id, key_id);
COMMENT ON TABLE record_key IS 'The key of each referral, wrapped by a key outside the database. Without its row the record cannot be read again.';
GRANT SELECT, INSERT ON record_key TO front_door_api;
GRANT SELECT, UPDATE (wrapped, key_id) ON record_key TO front_door_engine;
`;

/** The owner is held to row-level security as well, and sees no row of any authority: so not while rows are moved. */
const SEALED_COLUMNS = `
ALTER TABLE referral ADD COLUMN sealed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN referral.sealed IS 'Whether its key sealed the body and what hangs on it; where that key is gone, so is the content.';
ALTER TABLE referral DROP CONSTRAINT referral_check,
  ADD CHECK (sealed OR body_sha256 = encode(sha256(body), 'hex'));

ALTER TABLE case_record ADD COLUMN child text;
ALTER TABLE case_record NO FORCE ROW LEVEL SECURITY;
UPDATE case_record SET child = json_build_object('name', child_name, 'dateOfBirth', child_date_of_birth);
ALTER TABLE case_record FORCE ROW LEVEL SECURITY, DROP COLUMN child_name, DROP COLUMN child_date_of_birth;
COMMENT ON COLUMN case_record.child IS 'Name and date of birth as JSON, sealed where the referral is.';
`;
