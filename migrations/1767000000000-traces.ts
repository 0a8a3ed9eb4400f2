import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work remembers the trace of the request that asked for it. */
export class Traces1767000000000 implements MigrationInterface {
  readonly name = 'Traces1767000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRACE_PARENT);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward only: restore a backup instead.'));
  }
}

/** Rows that are there have none: they need not be read again for the check. */
const TRACE_PARENT = `
ALTER TABLE outbox_message ADD COLUMN trace_parent text;
ALTER TABLE outbox_message ADD CONSTRAINT outbox_message_trace_parent_check
  CHECK (trace_parent ~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$') NOT VALID;
COMMENT ON COLUMN outbox_message.trace_parent IS 'W3C traceparent of the request that asked for it, where that is traced.';
`;
