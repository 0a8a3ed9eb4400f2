/** Why a clock ran out, as a person gives it; counted in reports, so a closed list. */
export const BREACH_REASONS = [
  'too_much_work',
  'waiting_for_partner',
  'waiting_for_family',
  'child_not_found',
  'risk_changed',
  'court_or_police',
  'staff_absent',
  'system_fault',
  'recorded_late',
  'other',
] as const;
export type BreachReasonCode = (typeof BREACH_REASONS)[number];
