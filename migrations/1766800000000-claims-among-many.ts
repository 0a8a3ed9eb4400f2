import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a claim costs does not depend on how much waits; and the largest columns of a proposal are compressed faster. */
export class ClaimsAmongMany1766800000000 implements MigrationInterface {
  readonly name = 'ClaimsAmongMany1766800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAKEN_BEFORE + FASTER);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/** The few that somebody holds or has tried, among however many that nobody has. */
const TAKEN_BEFORE = `
CREATE INDEX outbox_taken ON outbox_message (lane, available_at, created_at)
  WHERE done_at IS NULL AND failed_at IS NULL AND (attempts > 0 OR claimed_until IS NOT NULL);
`;

/** Where the server was built without it, they stay as they are. */
const FASTER = `
DO $$ BEGIN
  ALTER TABLE triage_run ALTER COLUMN evaluation SET COMPRESSION lz4, ALTER COLUMN facts SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;
`;
