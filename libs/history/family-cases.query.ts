import type { AuthorityId, Case, CaseId } from '#domain';
import { localDateOf } from '#deadlines';
import { findRelatedCases, findRelatedOfEach, type RelatedCase } from '#people';
import { sql, type Tx } from '#platform';
import { ABUSE_FACTS, type FamilyCase } from './family-case.ts';

/**
 * Every case of the family, the newest first: before this one and since. What the transaction may not see is not there.
 * `given`: the related cases, where they have been read already.
 */
export async function findFamilyCases(tx: Tx, found: Case, given?: readonly RelatedCase[]): Promise<FamilyCase[]> {
  const related = given ?? (await findRelatedCases(tx, found));
  const outcomes = await findOutcomes(tx, related);
  return related.flatMap((each) => familyCaseOf(each, outcomes));
}

/** As `findFamilyCases` for many cases of one authority. */
export async function findFamilies(
  tx: Tx,
  authorityId: AuthorityId,
  cases: readonly Case[],
): Promise<ReadonlyMap<CaseId, readonly FamilyCase[]>> {
  const related = await findRelatedOfEach(tx, authorityId, cases);
  const outcomes = await findOutcomes(tx, [...related.values()].flat());
  return new Map([...related].map(([id, found]) => [id, found.flatMap((each) => familyCaseOf(each, outcomes))]));
}

type Outcomes = ReadonlyMap<string, Omit<Outcome, 'id'>>;

async function findOutcomes(tx: Tx, related: readonly RelatedCase[]): Promise<Outcomes> {
  const ids = [...new Set(related.map(({ caseId }) => caseId))];
  if (ids.length === 0) return new Map();
  const rows = await sql<Outcome>(tx, OUTCOMES, [ids]);
  return new Map(rows.map(({ id, ...outcome }) => [id, outcome]));
}

/** None where the transaction may not see the case. */
function familyCaseOf(related: RelatedCase, outcomes: Outcomes): FamilyCase[] {
  const outcome = outcomes.get(related.caseId);
  return outcome === undefined ? [] : [{ ...related, ...outcome, on: localDateOf(related.receivedAt.getTime()) }];
}

type Outcome = Omit<
  FamilyCase,
  'caseId' | 'referralId' | 'agencyId' | 'receivedAt' | 'relatedBy' | 'certainty' | 'on'
> & {
  readonly id: string;
};

const IS_NOTICE = ABUSE_FACTS.map((id) => `t.facts #> '{${id}}' @> '{"value": true}'`).join(' OR ');

const OUTCOMES = `SELECT c.id, c.reference, c.state, c.open, c.restricted, c.queue, c.claimed_by AS "claimedBy",
    c.proposed_level AS "proposedLevel", c.decided_pathway AS "decidedPathway",
    CASE WHEN NOT c.open THEN d.level END AS "decidedLevel",
    CASE WHEN NOT c.open THEN d.decided_at END AS "decidedAt",
    coalesce(${IS_NOTICE}, false) AS "domesticAbuse"
  FROM case_record c LEFT JOIN triage_run t ON t.id = c.current_run_id
    LEFT JOIN decision d ON d.id = c.current_decision_id
  WHERE c.id = ANY ($1::uuid[])`;
