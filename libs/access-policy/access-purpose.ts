import type { Relation } from './policy.ts';

/** What somebody says they look at a record for; nobody has to say. */
export const ACCESS_PURPOSES = ['triage', 'review', 'quality_audit', 'complaint', 'subject_access', 'other'] as const;
export type AccessPurpose = (typeof ACCESS_PURPOSES)[number];

/** Why a record was open to whoever looked: by the policy, or, of a restricted one, by name or by break-glass. */
export type AccessReason = Relation | 'named' | 'break_glass';
