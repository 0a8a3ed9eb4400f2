import { sql, type Tx } from '#platform';

/** Everybody who stands in these referrals, as far as they show to the reader. */
export async function findMentionIds(tx: Tx, referralIds: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }>(tx, MENTIONS, [referralIds]);
  return rows.map(({ id }) => id);
}

const MENTIONS = 'SELECT id FROM person_mention WHERE referral_id = ANY ($1::uuid[])';
