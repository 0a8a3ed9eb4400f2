import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** Tables of notices that an agency uploads: row by row checked, sent, and forgotten after two weeks. */
export class BulkUploads1766100000000 implements MigrationInterface {
  readonly name = 'BulkUploads1766100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ownAuthorityOnly('bulk_upload', 'bulk_row'));
    await runner.query(FORGETTING);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLES = `
CREATE TABLE bulk_upload (
  id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  agency_id text NOT NULL,
  -- Sealed: people name files after children.
  file_name text NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  sent_at timestamptz,
  expires_at timestamptz NOT NULL,
  UNIQUE (id, authority_id),
  FOREIGN KEY (authority_id, agency_id) REFERENCES agency (authority_id, id)
);
CREATE INDEX bulk_upload_of_agency ON bulk_upload (authority_id, agency_id, uploaded_at DESC);
CREATE INDEX bulk_upload_by_end ON bulk_upload (expires_at);
COMMENT ON TABLE bulk_upload IS 'A file of notices that somebody of an agency uploaded.';

CREATE TABLE bulk_row (
  upload_id uuid NOT NULL,
  authority_id text NOT NULL,
  row_number integer NOT NULL CHECK (row_number > 1),
  state text NOT NULL CHECK (state IN ('faulty', 'ready', 'stored', 'refused')),
  -- Sealed; once the row is a referral, the number of the notice alone.
  cells text NOT NULL,
  faults jsonb NOT NULL,
  referral_reference text,
  repeated boolean NOT NULL DEFAULT false,
  stored_at timestamptz,
  PRIMARY KEY (upload_id, row_number),
  FOREIGN KEY (upload_id, authority_id) REFERENCES bulk_upload (id, authority_id) ON DELETE CASCADE,
  CHECK ((state = 'stored') = (referral_reference IS NOT NULL))
);
CREATE INDEX bulk_row_waiting ON bulk_row (authority_id, upload_id) WHERE state = 'ready';
COMMENT ON TABLE bulk_row IS 'One notice of an uploaded file, and what became of it.';

GRANT SELECT, INSERT, UPDATE (sent_at) ON bulk_upload TO front_door_api;
GRANT SELECT, INSERT, UPDATE (state, cells, faults, referral_reference, repeated, stored_at) ON bulk_row TO front_door_api;
GRANT SELECT (expires_at), DELETE ON bulk_upload TO front_door_engine;
`;

/** The engine sees what is over, of every authority, and may do nothing with it but remove it. */
const FORGETTING = `
CREATE POLICY engine_forgets ON bulk_upload TO front_door_engine USING (expires_at < now());
CREATE POLICY only_what_is_over ON bulk_upload AS RESTRICTIVE TO front_door_engine USING (expires_at < now());
`;
