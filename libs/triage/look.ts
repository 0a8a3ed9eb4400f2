import type { Case, CaseId } from '#domain';
import { type FamilyCase, isNoticeOfAbuse } from '#history';
import type { ClaimedMessage } from '#outbox';
import { type CaseInput, evaluateCase } from './evaluate-case.ts';
import type { TriageRun } from './triage-run.ts';

/** A case that is to be looked at, its last run, and what asks for it. */
export interface Asked {
  readonly found: Case;
  /** `null` for the first look. */
  readonly current: TriageRun | null;
  readonly message: ClaimedMessage;
}

/** A case that was looked at. */
export interface Looked extends Asked {
  readonly input: CaseInput;
  readonly run: TriageRun;
}

/**
 * Evaluates cases in the order in which they came in. One of them may be of another's family: what was found about it
 * counts, as if they had been worked one after the other.
 */
export function lookAtAll(asked: readonly Asked[], inputs: readonly CaseInput[], at: Date): Looked[] {
  const inputOf = new Map(inputs.map((input) => [input.found.id, input]));
  const notices = new Map<CaseId, boolean>();
  const byArrival = [...asked].sort((one, other) => one.found.receivedAt.getTime() - other.found.receivedAt.getTime());
  return byArrival.flatMap((each) => {
    const read = inputOf.get(each.found.id);
    if (read === undefined) return [];
    const input = { ...read, family: read.family.map((other) => asFound(other, notices)) };
    const run = evaluateCase(input, at);
    notices.set(each.found.id, isNoticeOfAbuse(run.facts));
    return [{ ...each, input, run }];
  });
}

function asFound(other: FamilyCase, notices: ReadonlyMap<CaseId, boolean>): FamilyCase {
  const domesticAbuse = notices.get(other.caseId);
  return domesticAbuse === undefined ? other : { ...other, domesticAbuse };
}
