/** Lanes of work: a red case never waits behind standard ones. */
export const LANES = ['urgent', 'standard'] as const;
export type Lane = (typeof LANES)[number];
