import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/** Referrals from before people were kept: the engine reads them once more and writes down whom they name. */
export class EarlierPeople1765700000000 implements MigrationInterface {
  readonly name = 'EarlierPeople1765700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LIST + ownAuthorityOnly('referral_without_people') + GRANTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/** A list and not a search: once it is empty, finding that out costs nothing however many referrals there are. */
const LIST = `
CREATE TABLE referral_without_people (
  referral_id uuid PRIMARY KEY,
  authority_id text NOT NULL,
  FOREIGN KEY (referral_id, authority_id) REFERENCES referral (id, authority_id) ON DELETE CASCADE
);
CREATE INDEX referral_without_people_of ON referral_without_people (authority_id);
COMMENT ON TABLE referral_without_people IS 'Referrals from before people were kept, until the engine has read them.';

ALTER TABLE referral NO FORCE ROW LEVEL SECURITY;
INSERT INTO referral_without_people (referral_id, authority_id) SELECT id, authority_id FROM referral;
ALTER TABLE referral FORCE ROW LEVEL SECURITY;
`;

const GRANTS = `
GRANT SELECT, UPDATE, DELETE ON referral_without_people TO front_door_engine;
GRANT INSERT ON person_mention, person_key, relationship, residence TO front_door_engine;
`;
