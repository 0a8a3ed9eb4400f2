import type { CaseId } from '#domain';
import type { RecordKey } from '#vault';
import type { ChronologyCase } from '../entry.ts';
import type { Reading } from '../reading.ts';

/** The cases in the chronology that came with a referral. */
export function casesOf(cases: readonly ChronologyCase[], referralId: string): CaseId[] {
  return cases.flatMap(({ found }) => (found.referralId === referralId ? [found.id] : []));
}

/** The key that opens what hangs on a case. */
export function keyOfCase({ cases, keyOf }: Reading): (caseId: string) => RecordKey | null {
  const referralIds = new Map<string, string>(cases.map(({ found }) => [found.id, found.referralId]));
  return (caseId) => keyOf(referralIds.get(caseId) ?? '');
}
