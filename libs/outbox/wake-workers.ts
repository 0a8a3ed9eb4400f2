import type { Workload } from '#jobs';
import { sql, type Tx } from '#platform';

export const WAKE_CHANNEL = 'front_door_work';

/** Has PostgreSQL wake the relay for a workload when the transaction commits. */
export async function wakeWorkers(tx: Tx, workload: Workload): Promise<void> {
  await sql(tx, 'SELECT pg_notify($1, $2)', [WAKE_CHANNEL, workload]);
}
