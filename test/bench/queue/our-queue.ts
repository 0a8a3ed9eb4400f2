import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { WAKE_CHANNEL } from '#outbox';

/** So many at once, as BullMQ is given them. */
export const BULK = 100;
let versions = 1_000;

/** Stores messages as the outbox does, each bulk in a commit of its own that wakes the relay. */
export async function storeMessages(admin: pg.Client, count: number): Promise<void> {
  for (let stored = 0; stored < count; stored += BULK) {
    await admin.query(STORE, [versions, BULK, WAKE_CHANNEL]);
    versions += BULK;
  }
}

/** When every message is done. */
export async function untilDone(admin: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await admin.query(WAITING);
    if (rows.length === 0) return;
    await sleep(5);
  }
}

/** All about one case: nobody looks at it. */
const STORE = `WITH stored AS (
    INSERT INTO outbox_message (id, authority_id, topic, lane, case_id, input_version, correlation_id)
    SELECT gen_random_uuid(), c.authority_id, 'triage.requested', 'standard', c.id, $1::integer + i, gen_random_uuid()
    FROM (SELECT * FROM case_record LIMIT 1) AS c, generate_series(1, $2::integer) AS i RETURNING 1)
  SELECT pg_notify($3, 'standard') FROM (SELECT count(*) FROM stored) AS all_of_them`;
const WAITING = 'SELECT 1 FROM outbox_message WHERE done_at IS NULL AND failed_at IS NULL LIMIT 1';
