import type { CaseId } from '#domain';
import { sql, type Tx } from '#platform';

/**
 * Open cases of every referral that mentions these people, over all their mentions, in the order of their ids: the order
 * in which they are then locked.
 */
export async function findOpenCasesOfPeople(tx: Tx, mentionIds: readonly string[]): Promise<CaseId[]> {
  const rows = await sql<{ id: CaseId }>(tx, CASES, [mentionIds]);
  return rows.map(({ id }) => id);
}

const CASES = `SELECT DISTINCT c.id FROM person_mention named
  JOIN person_mention m ON m.authority_id = named.authority_id AND m.person_id = named.person_id
  JOIN case_record c ON c.referral_id = m.referral_id AND c.open
  WHERE named.id = ANY ($1::uuid[]) ORDER BY c.id`;
