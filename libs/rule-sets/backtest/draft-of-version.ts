import { type Database, sql } from '#platform';
import type { RuleSet } from '#rules';
import { findRuleSet } from './history.query.ts';

/** The content of an authority's own rule set, by its id or its label; null when there is none. */
export function draftOfVersion(
  database: Database,
  authorityId: string,
  version: string,
): Promise<{ readonly ruleSet: RuleSet; readonly hash: string } | null> {
  return database.inTransaction({ authorityId }, async (tx) => {
    const [row] = await sql<{ hash: string }>(
      tx,
      'SELECT hash FROM rule_set_version WHERE authority_id = $1 AND (id::text = $2 OR label = $2)',
      [authorityId, version],
    );
    return row === undefined ? null : { ruleSet: await findRuleSet(tx, row.hash), hash: row.hash };
  });
}
