import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A restriction is handed down to a child who matches, and not only to one who is written the same. */
export class RestrictedByMatch1765800000000 implements MigrationInterface {
  readonly name = 'RestrictedByMatch1765800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HAND_DOWN);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/**
 * As `inherit_restriction` does for equal keys, once triage has found a child of a restricted referral in the band
 * *match*: the whole later referral, open to the same people. Children alone: a grown-up of one name would hide others.
 */
const HAND_DOWN = `
CREATE FUNCTION inherit_restriction_of_match() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  WITH touched AS (
    SELECT DISTINCT child.id AS new_case, older.id AS old_case
    FROM new_candidates n
    JOIN person_mention later ON later.id = n.mention_id AND later.case_id IS NOT NULL
    JOIN person_mention earlier ON earlier.id = n.other_id
    JOIN case_record older ON older.id = earlier.case_id AND older.restricted
    JOIN case_record child ON child.referral_id = later.referral_id AND NOT child.restricted
    WHERE n.band = 'match'),
  opened AS (
    INSERT INTO case_access (case_id, authority_id, person_id, granted_at, granted_by)
    SELECT DISTINCT touched.new_case, a.authority_id, a.person_id, now(), 'inherited'
    FROM touched JOIN case_access a ON a.case_id = touched.old_case AND a.expires_at IS NULL
    ON CONFLICT DO NOTHING)
  UPDATE case_record SET restricted = true WHERE id IN (SELECT new_case FROM touched);
  RETURN NULL;
END $$;
CREATE TRIGGER inherit_restriction_of_match AFTER INSERT ON person_candidate REFERENCING NEW TABLE AS new_candidates
  FOR EACH STATEMENT EXECUTE FUNCTION inherit_restriction_of_match();
`;
