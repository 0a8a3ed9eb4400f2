/**
 * Has PostgreSQL show a table's rows to nobody but the authority that the transaction runs for, the owner included. Left
 * unset, the setting matches nothing: a transaction for nobody sees no row.
 */
export function ownAuthorityOnly(...tables: readonly string[]): string {
  return tables
    .map(
      (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_authority ON ${table} USING (authority_id = current_setting('front_door.authority', true));`,
    )
    .join('');
}

/** The engine asks across authorities which work waits; such tables hold ids and codes. */
export function engineSeesAll(...tables: readonly string[]): string {
  return tables
    .map((table) => `\nCREATE POLICY engine_claims ON ${table} TO front_door_engine USING (true) WITH CHECK (true);`)
    .join('');
}
