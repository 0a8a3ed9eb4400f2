/** Whoever may not see a case may not find it through what hangs on it either: the table names its case in `case_id`. */
export function hiddenWithTheCase(...tables: readonly string[]): string {
  return tables
    .map(
      (table) => `
CREATE POLICY hidden_with_its_case ON ${table} AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  case_id IS NULL OR EXISTS (SELECT 1 FROM case_record c WHERE c.id = ${table}.case_id));`,
    )
    .join('');
}

/** As `hiddenWithTheCase`, for a table that names its referral in `referral_id`. */
export function hiddenWithTheReferral(...tables: readonly string[]): string {
  return tables
    .map(
      (table) => `
CREATE POLICY hidden_with_its_referral ON ${table} AS RESTRICTIVE FOR SELECT TO front_door_api USING (
  EXISTS (SELECT 1 FROM referral r WHERE r.id = ${table}.referral_id));`,
    )
    .join('');
}
