import type { Case } from '#domain';
import { openedUnder, type RecordKey, sealedUnder } from '#vault';

/** What the column `child` of a case holds. */
export type ChildDetails = Pick<Case, 'childName' | 'childDateOfBirth'>;

const PLACE = 'case_record.child';
const NOT_KNOWN: ChildDetails = { childName: null, childDateOfBirth: null };

export function sealChild(
  key: RecordKey | null,
  caseId: string,
  { childName: name, childDateOfBirth: dateOfBirth }: ChildDetails,
): string {
  return sealedUnder(key, PLACE, caseId, JSON.stringify({ name, dateOfBirth }));
}

/** Nobody's name, where the key was destroyed: a list goes on with the cases that are left. */
export function openChild(key: RecordKey | null, caseId: string, stored: string | null): ChildDetails {
  if (stored === null || key?.erased === true) return NOT_KNOWN;
  const child = JSON.parse(openedUnder(key, PLACE, caseId, stored)) as {
    readonly name: string | null;
    readonly dateOfBirth: string | null;
  };
  return { childName: child.name, childDateOfBirth: child.dateOfBirth };
}
