import type { Case } from '#domain';
import { localDateOf } from '#deadlines';
import { findRelatedCases, type RelatedCase } from '#people';
import { sql, type Tx } from '#platform';
import type { FamilyCase } from './family-case.ts';

/**
 * Every case of the family, the newest first: before this one and since. What the transaction may not see is not there.
 * `given`: the related cases, where they have been read already.
 */
export async function findFamilyCases(tx: Tx, found: Case, given?: readonly RelatedCase[]): Promise<FamilyCase[]> {
  const related = given ?? (await findRelatedCases(tx, found));
  const ids = [...new Set(related.map(({ caseId }) => caseId))];
  if (ids.length === 0) return [];
  const rows = await sql<Outcome>(tx, OUTCOMES, [ids]);
  const outcomes = new Map(rows.map(({ id, ...outcome }) => [id, outcome]));
  return related.flatMap((each) => {
    const outcome = outcomes.get(each.caseId);
    return outcome === undefined ? [] : [{ ...each, ...outcome, on: localDateOf(each.receivedAt.getTime()) }];
  });
}

type Outcome = Omit<
  FamilyCase,
  'caseId' | 'referralId' | 'agencyId' | 'receivedAt' | 'relatedBy' | 'certainty' | 'on'
> & {
  readonly id: string;
};

/** Indicators B12 to B14 of domain pack 5.1, or the sub-form: what makes a contact a notice of domestic abuse. */
const OUTCOMES = `SELECT c.id, c.reference, c.state, c.open, c.restricted, c.queue, c.claimed_by AS "claimedBy",
    c.proposed_level AS "proposedLevel", c.decided_pathway AS "decidedPathway",
    CASE WHEN NOT c.open THEN d.level END AS "decidedLevel",
    CASE WHEN NOT c.open THEN d.decided_at END AS "decidedAt",
    coalesce(t.facts #> '{domesticAbuse.reported}' @> '{"value": true}'
      OR t.facts #> '{indicator.B12}' @> '{"value": true}'
      OR t.facts #> '{indicator.B13}' @> '{"value": true}'
      OR t.facts #> '{indicator.B14}' @> '{"value": true}', false) AS "domesticAbuse"
  FROM case_record c LEFT JOIN triage_run t ON t.id = c.current_run_id
    LEFT JOIN decision d ON d.id = c.current_decision_id
  WHERE c.id = ANY ($1::uuid[])`;
