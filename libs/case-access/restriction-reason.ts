/** Why a record may have to be hidden (domain pack 8). */
export const RESTRICTION_REASONS = ['staff_family', 'adoption', 'witness_protection', 'mappa', 'other'] as const;
export type RestrictionReason = (typeof RESTRICTION_REASONS)[number];
