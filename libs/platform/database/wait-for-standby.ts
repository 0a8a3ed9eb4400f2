import { sql } from './sql.ts';
import type { Tx } from './database.ts';

/**
 * Makes this commit wait for the synchronous standby, and so for all that was committed before it. A transaction that
 * only reads waits for nobody: after a crash it could vouch for a row that the standby has not got yet, and never gets.
 */
export async function waitForStandby(tx: Tx): Promise<void> {
  await sql(tx, `SELECT pg_logical_emit_message(true, 'front_door', '')`);
}
