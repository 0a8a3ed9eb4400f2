import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue of decisions that wait for a second person, in the order in which they are due, at any size of the worklist. */
export class SignOffQueue1766300000000 implements MigrationInterface {
  readonly name = 'SignOffQueue1766300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX case_awaiting_sign_off
      ON case_record (authority_id, (coalesce(next_due_at, 'infinity')), id) WHERE state = 'threshold_decision'`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}
