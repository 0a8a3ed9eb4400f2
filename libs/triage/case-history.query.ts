import type { Case } from '#domain';
import type { CaseHistory } from '#facts';
import { sql, type Tx } from '#platform';

/** What the service holds about the same child and household before this case; counts include the case itself. */
export async function findCaseHistory(tx: Tx, found: Case): Promise<CaseHistory> {
  const [row] = await sql<CaseHistory>(tx, HISTORY, [found.id, found.authorityId, found.receivedAt]);
  if (row === undefined) throw new Error('An aggregate without rows gives one row.');
  return row;
}

/**
 * A referral counts as earlier up to and including its calendar anniversary (domain pack 4.4, re-referral boundary).
 * Only an accepted statutory decision makes a contact a *referral* in the English statistics.
 */
const HISTORY = `WITH own AS (SELECT kind, key FROM case_match_key WHERE case_id = $1),
  related AS (
    SELECT DISTINCT c.id, c.referral_id, k.kind, c.received_at, c.decided_pathway, c.current_run_id
    FROM own JOIN case_match_key k ON k.authority_id = $2 AND k.kind = own.kind AND k.key = own.key
    JOIN case_record c ON c.id = k.case_id
    WHERE c.id <> $1 AND c.received_at <= $3),
  recent AS (SELECT * FROM related WHERE received_at > $3::timestamptz - interval '365 days')
  SELECT
    1 + (SELECT count(DISTINCT referral_id) FROM recent WHERE kind = 'child')::int AS "contactsIn365Days",
    1 + (SELECT count(DISTINCT referral_id) FROM recent WHERE referral_id <> (
      SELECT referral_id FROM case_record WHERE id = $1))::int AS "householdContactsIn365Days",
    (SELECT count(DISTINCT recent.referral_id) FROM recent JOIN triage_run t ON t.id = recent.current_run_id
      WHERE t.facts #> '{domesticAbuse.reported}' @> '{"value": true}'
        OR t.facts #> '{indicator.B12}' @> '{"value": true}'
        OR t.facts #> '{indicator.B13}' @> '{"value": true}'
        OR t.facts #> '{indicator.B14}' @> '{"value": true}')::int AS "domesticAbuseNoticesIn365Days",
    EXISTS (SELECT 1 FROM related WHERE kind = 'child' AND decided_pathway = 'statutory'
        AND (received_at AT TIME ZONE 'Europe/London')::date + interval '12 months'
          >= ($3::timestamptz AT TIME ZONE 'Europe/London')::date) AS "referredIn12Months",
    false AS "assessedIn12Months"`;
