import { type Case, type CaseAction, type CaseState, higherUrgency, stateAfter, type Urgency } from '#domain';
import type { CaseChanges, CaseClock } from '#intake';
import { type AuthorityProfile, startClock } from '#nation-packs';
import type { TriageRun } from './triage-run.ts';

/** What a run changes about its case. The engine may raise; what a person has set it never lowers. */
export function changesOf(found: Case, run: TriageRun, nextDueAt: Date): CaseChanges {
  const { proposal, facts } = run;
  const state = stateAfterProposal(found.state, proposal.needsInformation);
  const isInHands = state === null;
  const first1001Days = facts['child.first1001Days'];
  return {
    ...(isInHands ? {} : { state, queue: proposal.queue }),
    urgency: found.urgency === null ? proposal.urgency : higherUrgency(found.urgency, proposal.urgency),
    proposedLevel: proposal.level,
    proposedUrgency: proposal.urgency,
    needsInformation: proposal.needsInformation,
    first1001Days: first1001Days?.known === true && first1001Days.value === true,
    triageFailure: null,
    currentRunId: run.id,
    nextDueAt,
  };
}

/** The state after validation, matching and proposal; `null` when a person already has the case in hand. */
function stateAfterProposal(state: CaseState, needsInformation: boolean): CaseState | null {
  const steps: CaseAction[] = ['validate', 'match'];
  const before = steps.reduce((current, step) => stateAfter(current, step) ?? current, state);
  return stateAfter(before, needsInformation ? 'propose_with_questions' : 'propose');
}

/** The clock of an urgency, from the moment the referral was received: triage's own delay is nobody's gain. */
export function urgencyClock(
  profile: AuthorityProfile,
  urgency: Urgency,
  receivedAt: Date,
): Omit<CaseClock, 'stoppedAt'> {
  return { kind: 'urgency', ...startClock(profile, profile.urgencyLimits[urgency], receivedAt) };
}
