import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is written many rows at a time is told and counted once a statement; what is sealed is not compressed. */
export class ManyAtOnce1766700000000 implements MigrationInterface {
  readonly name = 'ManyAtOnce1766700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNT_NEW_CASES + TELL_OF_NEW_CASES + SEALED);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/** As `note_worklist_change` for each row, which stays for cases that change or go. */
const COUNT_NEW_CASES = `
CREATE FUNCTION note_new_cases() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO worklist_change (authority_id, queue, urgency, held, cases)
    SELECT authority_id, queue, coalesce(urgency, 'not_triaged'), claimed_by IS NOT NULL, 1
    FROM new_cases WHERE open AND NOT restricted;
  RETURN NULL;
END $$;
CREATE TRIGGER worklist_counts_new AFTER INSERT ON case_record REFERENCING NEW TABLE AS new_cases
  FOR EACH STATEMENT EXECUTE FUNCTION note_new_cases();
CREATE OR REPLACE TRIGGER worklist_counts AFTER DELETE ON case_record
  FOR EACH ROW EXECUTE FUNCTION note_worklist_change();
`;

const TELL_OF_NEW_CASES = `
CREATE FUNCTION tell_of_new_cases() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('front_door_worklist', place) FROM (
    SELECT DISTINCT authority_id || ' ' || queue AS place FROM new_cases) AS places;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER worklist_told_of_new AFTER INSERT ON case_record REFERENCING NEW TABLE AS new_cases
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_new_cases();
`;

/** Sealed bytes cannot be made smaller: trying to costs time at every write. */
const SEALED = `
ALTER TABLE referral ALTER COLUMN body SET STORAGE EXTERNAL;
`;
