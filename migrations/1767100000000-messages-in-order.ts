import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages are taken in the order of an index: what a worker reads to take some does not depend on how many wait. */
export class MessagesInOrder1767100000000 implements MigrationInterface {
  readonly name = 'MessagesInOrder1767100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NEXT);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/** Those without urgency in front stay for the oldest that waits (its gauge), and for the release before. */
const NEXT = `
CREATE INDEX message_to_expand_next ON message (authority_id, urgent DESC, created_at) WHERE expanded_at IS NULL;
CREATE INDEX message_delivery_next ON message_delivery (authority_id, urgent DESC, next_attempt_at) WHERE finished_at IS NULL;
`;
