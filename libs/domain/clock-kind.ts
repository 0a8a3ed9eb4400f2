/** `decide_next_steps` is one working day by Working Together; `urgency` is the authority's BRAG limit. Both run. */
export const CLOCK_KINDS = ['decide_next_steps', 'urgency'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];
