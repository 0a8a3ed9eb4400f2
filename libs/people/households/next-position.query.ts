import { sql, type Tx } from '#platform';
import type { MentionRole } from '../mentions/mention.ts';

/** Where somebody who is added comes among those of one role. Others who add to the same referral wait meanwhile. */
export async function nextPosition(tx: Tx, referralId: string, role: MentionRole): Promise<number> {
  await sql(tx, HOLD, [`person_mention ${referralId}`]);
  const [row] = await sql<{ position: number }>(tx, NEXT, [referralId, role]);
  return row?.position ?? 0;
}

const HOLD = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

const NEXT = `SELECT coalesce(max(position) + 1, 0)::int AS position FROM person_mention
  WHERE referral_id = $1 AND role = $2`;
