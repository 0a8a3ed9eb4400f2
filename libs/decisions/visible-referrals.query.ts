import { sql, type Tx } from '#platform';

/** Which of these referrals have a case that shows in this transaction: restricted ones show to those named alone. */
export async function visibleReferrals(tx: Tx, referralIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }>(tx, VISIBLE, [referralIds]);
  return new Set(rows.map(({ id }) => id));
}

const VISIBLE = 'SELECT DISTINCT referral_id AS id FROM case_record WHERE referral_id = ANY ($1::uuid[])';
