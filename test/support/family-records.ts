import type { ReferralDocument } from '#domain';
import type { CandidatesResponse, FamilyResponse } from '../../apps/api/family/family.response.ts';
import { eventually } from './http.ts';
import { aReferral } from './referral-builder.ts';
import type { Staff } from './restricted-records.ts';

type Child = ReferralDocument['children'][number];

/** A child of a family that nobody has heard of. */
export function aChild(givenName: string, familyName: string, changes: Partial<Child> = {}): Child {
  const address = { lines: [`1 ${familyName} Row`], postcode: 'LK6 6AA' };
  return { ref: givenName, givenName, familyName, dateOfBirth: '2016-03-09', address, ...changes };
}

/** A referral about these children; its people of the household are given or none. */
export function about(children: readonly Child[], changes: Partial<ReferralDocument> = {}): ReferralDocument {
  return aReferral({ household: { people: [] }, ...changes, children });
}

export async function familyOf(staff: Staff, caseId: string, who = 'social-worker'): Promise<FamilyResponse> {
  const answer = await staff.as<FamilyResponse>(who, `/api/v1/cases/${caseId}/family`);
  if (answer.status !== 200) throw new Error(`The family view answered ${String(answer.status)}.`);
  return answer.body;
}

export async function candidatesOf(staff: Staff, caseId: string, who = 'social-worker'): Promise<CandidatesResponse> {
  const answer = await staff.as<CandidatesResponse>(who, `/api/v1/cases/${caseId}/candidates`);
  if (answer.status !== 200) throw new Error(`The candidates answered ${String(answer.status)}.`);
  return answer.body;
}

/** Until the rules have proposed for every one of these cases, candidates and all. */
export async function proposed(staff: Staff, caseIds: readonly string[]): Promise<void> {
  const { database } = staff.service;
  const waiting = `SELECT count(*)::int AS n FROM case_record WHERE id = ANY ($1::uuid[]) AND (current_run_id IS NULL OR
    input_version <> (SELECT input_version FROM triage_run t WHERE t.id = current_run_id))`;
  await eventually(
    () => database.query<{ n: number }>('admin', waiting, [caseIds]),
    ([row]) => row?.n === 0,
  );
}

/** The mention of the child of a case. */
export async function mentionOf(staff: Staff, caseId: string): Promise<{ id: string; personId: string }> {
  const text = 'SELECT id, person_id AS "personId" FROM person_mention WHERE case_id = $1';
  const [row] = await staff.service.database.query<{ id: string; personId: string }>('admin', text, [caseId]);
  if (row === undefined) throw new Error('The child of a case has a mention.');
  return row;
}
