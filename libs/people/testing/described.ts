import { type Comparable, comparable } from '../matching/comparable.ts';
import type { MentionRole } from '../mentions/mention.ts';
import { NOTHING_KNOWN, type PersonDetails } from '../mentions/person-details.ts';

export const MILL_LANE = { lines: ['1 Mill Lane'], postcode: 'LK1 1AA', uprn: null };
const RECEIVED_AT = new Date('2026-06-01T09:00:00Z');

/** Invented details with what a test is about; everything else is not known. */
export function details(given: string | null, family: string | null, more: Partial<PersonDetails> = {}): PersonDetails {
  return { ...NOTHING_KNOWN, names: { given, family, other: [] }, ...more };
}

/** The same, as it is compared. */
export function described(more: PersonDetails, role: MentionRole = 'child'): Comparable {
  return comparable({ role, receivedAt: RECEIVED_AT, details: more });
}
