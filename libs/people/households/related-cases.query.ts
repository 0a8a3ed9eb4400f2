import type { AuthorityId, CaseId, ReferralId } from '#domain';
import { sql, type Tx } from '#platform';
import type { RelatedCase } from './related-case.ts';

/** The case that the picture is drawn around. */
export interface CaseInFamily {
  readonly id: CaseId;
  readonly authorityId: AuthorityId;
  readonly referralId: ReferralId;
}

/**
 * Every case that counts as about the same family so far, of all times, the newest first. A standing verdict of
 * "different people" takes a pair out; people who are merely *possible* never count. What the transaction may not see is
 * not there: for the engine that is nothing, for a person the restricted records that are closed to them.
 */
export async function findRelatedCases(tx: Tx, found: CaseInFamily): Promise<readonly RelatedCase[]> {
  return (await findRelatedOfEach(tx, found.authorityId, [found])).get(found.id) ?? [];
}

/** As `findRelatedCases` for many cases of one authority; those without any are left out. */
export async function findRelatedOfEach(
  tx: Tx,
  authorityId: AuthorityId,
  cases: readonly Omit<CaseInFamily, 'authorityId'>[],
): Promise<ReadonlyMap<CaseId, readonly RelatedCase[]>> {
  const referrals = cases.map(({ referralId }) => referralId);
  const rows = await sql<RelatedCase & { of: CaseId }>(tx, OF_EACH, [
    cases.map(({ id }) => id),
    authorityId,
    referrals,
  ]);
  const related = new Map<CaseId, RelatedCase[]>(rows.map(({ of }) => [of, []]));
  for (const { of, ...each } of rows) related.get(of)?.push(each);
  return related;
}

/** What the entries that stand say somebody is to the children of their referral. */
function kin(mention: string): string {
  return `LATERAL (
    SELECT coalesce(bool_or(r.kind IN ('sibling', 'half_sibling')), false) AS sibling,
      coalesce(bool_or(r.kind = 'parent'), false) AS parent,
      coalesce(bool_or(r.kind = 'parent' AND r.parental_responsibility = 'yes'), false) AS responsible
    FROM relationship r
    WHERE r.mention_id = ${mention} AND NOT EXISTS (SELECT 1 FROM relationship n WHERE n.replaces = r.id))`;
}

/** Both ends of what was stored in one order. */
function ends(table: string, mention: string, condition: string): string {
  return `LATERAL (
    SELECT t.other_id AS id FROM ${table} t WHERE t.mention_id = ${mention} AND ${condition}
    UNION ALL SELECT t.mention_id FROM ${table} t WHERE t.other_id = ${mention} AND ${condition})`;
}

/**
 * Cases that share a key with this one. Here and below `OFFSET 0` keeps the order of looking up: in a young database, of
 * which PostgreSQL knows nothing yet, it would look at every key of the authority.
 */
function sameKey(caseId: string, kind: 'child' | 'household'): string {
  return `LATERAL (SELECT far.case_id
    FROM (SELECT key FROM case_match_key WHERE case_id = ${caseId} AND kind = '${kind}' OFFSET 0) AS own
    CROSS JOIN LATERAL (SELECT case_id FROM case_match_key
      WHERE authority_id = $2 AND kind = '${kind}' AND key = own.key OFFSET 0) AS far)`;
}

/**
 * `alike` is who of this referral is whom elsewhere: said to be (one `person_id`), or matching somebody of that person
 * and never told apart. One step only: a match of a match is a guess. Every join goes through an index; a person whom
 * hundreds of referrals name is cut off at the newest 500 rows.
 */
const RELATED = `WITH own AS (
    SELECT m.id, m.person_id, own_kin.parent, own_kin.responsible,
      CASE WHEN m.case_id = asked.case_id THEN 'child' WHEN m.role = 'child' OR own_kin.sibling THEN 'sibling' ELSE 'adult' END AS tie
    FROM person_mention m CROSS JOIN ${kin('m.id')} AS own_kin WHERE m.referral_id = asked.referral_id),
  same AS (
    SELECT own.id AS own_id, m.id, m.person_id FROM own
    JOIN person_mention m ON m.authority_id = $2 AND m.person_id = own.person_id),
  apart AS (
    SELECT DISTINCT same.own_id, far.person_id FROM same
    CROSS JOIN ${ends('person_verdict', 'same.id', "t.verdict = 'different' AND t.undone_at IS NULL")} AS said
    JOIN person_mention far ON far.id = said.id),
  hit AS (
    SELECT own_id, person_id, 'confirmed' AS certainty FROM same
    UNION
    SELECT same.own_id, far.person_id, 'match' FROM same
    CROSS JOIN ${ends('person_candidate', 'same.id', "t.band = 'match'")} AS scored
    JOIN person_mention far ON far.id = scored.id
    WHERE (same.own_id, far.person_id) NOT IN (SELECT own_id, person_id FROM apart)),
  alike AS (
    SELECT own.tie, own.parent, own.responsible, far.case_id, far.referral_id, far.role, hit.certainty,
      far_kin.sibling AS far_sibling, far_kin.parent AS far_parent, far_kin.responsible AS far_responsible
    FROM hit JOIN own ON own.id = hit.own_id
    JOIN person_mention far ON far.authority_id = $2 AND far.person_id = hit.person_id AND far.referral_id <> asked.referral_id
    CROSS JOIN ${kin('far.id')} AS far_kin
    UNION ALL
    SELECT CASE WHEN own_case.id = asked.case_id THEN 'child' ELSE 'sibling' END, false, false, far_case.id, far_case.referral_id,
      'child', 'exact_key', false, false, false
    FROM (SELECT id FROM case_record WHERE referral_id = asked.referral_id OFFSET 0) own_case
    CROSS JOIN ${sameKey('own_case.id', 'child')} AS far_key
    CROSS JOIN LATERAL (SELECT c.id, c.referral_id FROM case_record c WHERE c.id = far_key.case_id OFFSET 0) AS far_case
    WHERE far_case.referral_id <> asked.referral_id AND NOT EXISTS (
      SELECT 1 FROM person_mention mine JOIN person_mention far ON far.case_id = far_case.id
      JOIN apart ON apart.own_id = mine.id AND apart.person_id = far.person_id WHERE mine.case_id = own_case.id)),
  home AS MATERIALIZED (SELECT address_key FROM residence WHERE referral_id = asked.referral_id),
  linked AS (
    SELECT case_id, tie AS related_by, certainty FROM alike WHERE tie IN ('child', 'sibling') AND case_id IS NOT NULL
    UNION ALL
    SELECT c.id, 'sibling', certainty FROM alike JOIN case_record c ON c.referral_id = alike.referral_id
    WHERE (tie = 'child' AND (role = 'child' OR far_sibling) AND c.id IS DISTINCT FROM alike.case_id)
      OR (parent AND far_parent AND (responsible OR far_responsible))
    UNION ALL
    SELECT c.id, 'adult', certainty FROM alike JOIN case_record c ON c.referral_id = alike.referral_id
    WHERE tie = 'adult'
    UNION ALL
    SELECT c.id, 'sibling', 'confirmed' FROM case_record c WHERE c.referral_id = asked.referral_id
    UNION ALL
    SELECT far.case_id, 'household', 'exact_key' FROM ${sameKey('asked.case_id', 'household')} AS far
    UNION ALL
    SELECT c.id, 'address', 'exact_key' FROM home
    CROSS JOIN LATERAL (SELECT referral_id FROM residence
      WHERE authority_id = $2 AND address_key = home.address_key OFFSET 0) AS far
    CROSS JOIN LATERAL (SELECT id FROM case_record WHERE referral_id = far.referral_id OFFSET 0) AS c
    UNION ALL
    SELECT far.case_id, 'address', 'exact_key' FROM home
    CROSS JOIN LATERAL (SELECT case_id FROM case_match_key
      WHERE authority_id = $2 AND kind = 'household' AND key = home.address_key OFFSET 0) AS far),
  relation AS (
    SELECT case_id, related_by,
      min(array_position(ARRAY['confirmed', 'match', 'exact_key'], certainty)) AS certainty
    FROM linked WHERE case_id <> asked.case_id GROUP BY case_id, related_by)
SELECT c.id AS "caseId", c.referral_id AS "referralId", c.agency_id AS "agencyId", c.received_at AS "receivedAt",
  relation.related_by AS "relatedBy", (ARRAY['confirmed', 'match', 'exact_key'])[relation.certainty] AS certainty
FROM relation JOIN case_record c ON c.id = relation.case_id
WHERE (c.referral_id <> asked.referral_id OR related_by = 'sibling')
  AND NOT EXISTS (SELECT 1 FROM relation closer WHERE closer.case_id = relation.case_id
    AND (relation.related_by, closer.related_by) IN (('sibling', 'child'), ('address', 'household')))
ORDER BY c.received_at DESC, c.id, related_by LIMIT 500`;

/**
 * The arrays are hidden from the planner, which would otherwise count what is in them and plan anew at every call: that
 * took fifteen times as long as the answer.
 */
const OF_EACH = `SELECT asked.case_id AS "of", found.*
  FROM unnest((SELECT $1::uuid[]), (SELECT $3::uuid[])) AS asked (case_id, referral_id)
  CROSS JOIN LATERAL (${RELATED}) AS found`;
