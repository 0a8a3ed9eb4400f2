import {
  type Case,
  type CaseAction,
  type CaseState,
  higherLevel,
  higherUrgency,
  type Level,
  stateAfter,
  type Urgency,
} from '#domain';
import type { ProposedChanges } from '#intake';
import type { TriageRun } from './triage-run.ts';

/**
 * What a run changes about its case. The engine may raise; what a person has set, or the rules proposed before, it never
 * lowers: whoever decides may.
 */
export function changesOf(found: Case, run: TriageRun, nextDueAt: Date | null): ProposedChanges {
  const { proposal, facts } = run;
  const state = stateAfterProposal(found.state, proposal.needsInformation);
  const first1001Days = facts['child.first1001Days'];
  const proposedLevel = raisedLevel(found.proposedLevel, proposal.level);
  const queue = proposedLevel === proposal.level ? proposal.queue : found.queue;
  return {
    ...(state === null ? { state: found.state, queue: found.queue } : { state, queue }),
    urgency: raisedUrgency(found.urgency, proposal.urgency),
    proposedLevel,
    proposedUrgency: raisedUrgency(found.proposedUrgency, proposal.urgency),
    needsInformation: proposal.needsInformation,
    first1001Days: first1001Days?.known === true && first1001Days.value === true,
    triageFailure: null,
    currentRunId: run.id,
    nextDueAt,
  };
}

function raisedLevel(standing: Level | null, proposed: Level): Level {
  return standing === null ? proposed : higherLevel(standing, proposed);
}

function raisedUrgency(standing: Urgency | null, proposed: Urgency): Urgency {
  return standing === null ? proposed : higherUrgency(standing, proposed);
}

/** The state after validation, matching and proposal; `null` when a person already has the case in hand. */
function stateAfterProposal(state: CaseState, needsInformation: boolean): CaseState | null {
  const steps: CaseAction[] = ['validate', 'match'];
  const before = steps.reduce((current, step) => stateAfter(current, step) ?? current, state);
  return stateAfter(before, needsInformation ? 'propose_with_questions' : 'propose');
}
