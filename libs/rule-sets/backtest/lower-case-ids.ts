import type { Database } from '#platform';
import { findCaseIds } from './history.query.ts';
import type { LowerCase } from './lower-cases.ts';

/** The ids of cases that would go lower, in the same order. */
export async function lowerCaseIds(
  database: Database,
  authorityId: string,
  cases: readonly LowerCase[],
): Promise<readonly string[]> {
  const ids = await database.inTransaction({ authorityId }, (tx) =>
    findCaseIds(
      tx,
      cases.map(({ seq }) => seq),
    ),
  );
  return cases.map(({ seq }) => ids.get(String(seq)) ?? '');
}
