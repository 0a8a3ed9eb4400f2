import type { Case } from '#domain';
import { localDateOf } from '#deadlines';
import { type CaseHistory, historyOf } from '#facts';
import type { Tx } from '#platform';
import { contactOf, type FamilyCase } from './family-case.ts';
import { findFamilyCases } from './family-cases.query.ts';

/** What the service holds about a child and their family, as counts; counts include the case itself. */
export async function findCaseHistory(tx: Tx, found: Case): Promise<CaseHistory> {
  return historyAmong(found, await findFamilyCases(tx, found));
}

/** As `findCaseHistory`, of cases that were read already. */
export function historyAmong(found: Case, family: readonly FamilyCase[]): CaseHistory {
  const { referralId, agencyId, receivedAt } = found;
  const own = { referralId, agencyId, on: localDateOf(receivedAt.getTime()) };
  return historyOf(
    own,
    family.map((other) => contactOf(other, found)),
  );
}
