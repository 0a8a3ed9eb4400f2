import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownAuthorityOnly } from './row-security.ts';

/**
 * How far each person has read the list of children who would go lower. A row of `backtest_reading`, which an approval
 * needs, is written from now on only when all of it has been opened.
 */
export class LowerListPages1766600000000 implements MigrationInterface {
  readonly name = 'LowerListPages1766600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE + ownAuthorityOnly('lower_list_page'));
    await runner.query('GRANT SELECT, INSERT ON lower_list_page TO front_door_api');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

const TABLE = `
CREATE TABLE lower_list_page (
  job_id uuid NOT NULL,
  person_id text NOT NULL,
  first_place integer NOT NULL CHECK (first_place >= 1),
  last_place integer NOT NULL,
  authority_id text NOT NULL DEFAULT current_setting('front_door.authority', true),
  person_name text NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (job_id, person_id, first_place, last_place),
  FOREIGN KEY (job_id, authority_id) REFERENCES rule_set_job (id, authority_id),
  CHECK (last_place >= first_place)
);
COMMENT ON TABLE lower_list_page IS 'Which part of the list of children who would go lower a person has opened, by places from 1.';
COMMENT ON TABLE backtest_reading IS 'Who has opened all of the list of children who would go lower: an approver must have.';
`;
