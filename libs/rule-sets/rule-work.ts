import { WAKE_CHANNEL } from '#outbox';
import { sql, type Tx } from '#platform';

/** Has PostgreSQL wake the relay for verifications and backtests when the transaction commits. */
export async function wakeRuleWork(tx: Tx): Promise<void> {
  await sql(tx, 'SELECT pg_notify($1, $2)', [WAKE_CHANNEL, 'rule_sets']);
}
