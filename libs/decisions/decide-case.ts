import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CaseEvent, CaseGate, type CaseRequest, CaseStore, requireStep } from '#case-access';
import {
  type Actor,
  asId,
  type Case,
  type Decision,
  type DecisionId,
  DomainError,
  higherUrgency,
  type Urgency,
} from '#domain';
import { Database, type Tx } from '#platform';
import { TriageRunRepository } from '#triage';
import { mayTake } from './available-actions.ts';
import { committedDecision } from './committed.ts';
import { type Choice, outcomeOf } from './decision-choice.ts';
import { hadPriorContacts, mustBeReviewed } from './prior-contacts.ts';
import { signOffReasonsFor } from './sign-off-reasons.ts';
import { DecisionStore } from './decision-store.ts';

export interface DecisionRequest extends CaseRequest {
  readonly choice: Choice;
  /** Why it takes effect although replies of other agencies are unread; `null` where none may be. */
  readonly unreadReason: string | null;
}

export interface Decided {
  readonly found: Case;
  readonly decision: Decision;
}

/**
 * Records a qualified person's threshold decision: the proposal confirmed, or another outcome with the reason why.
 * Where a second person must sign, the case waits for them with its clock still running.
 * @throws DomainError `not_found`, `not_allowed`, `record_changed`, `action_not_available` or `validation_failed`.
 */
@Injectable()
export class DecideCase {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
    private readonly decisions: DecisionStore,
    private readonly runs: TriageRunRepository,
  ) {}

  execute(request: DecisionRequest): Promise<Decided> {
    const { actor, choice } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.open(tx, request, 'case.decide');
      const state = requireStep(found, 'decide');
      if (!mayTake('decide', found, actor, null)) {
        throw new DomainError('action_not_available', 'Somebody else holds this case.');
      }
      const decision = await this.decisionOf(tx, found, actor, choice);
      await this.decisions.repository.insert(tx, found, decision);
      const missed = await this.decisions.missed.note(tx, actor, found, decision);
      const urgency = urgencyUntilSigned(found, decision);
      const nextDueAt = await this.moveClocks(tx, found, decision, urgency);
      const changes = { state, urgency, nextDueAt, currentDecisionId: decision.id };
      const decided = await this.store.change(tx, found, changes, eventOf(actor, decision, missed));
      if (decision.signOffReasons.length > 0) return { found: decided, decision };
      return {
        found: await this.decisions.settle(tx, decided, decision, {
          signedBy: actor,
          signOff: null,
          unreadReason: request.unreadReason,
        }),
        decision,
      };
    });
  }

  /** Until a second person has signed, the clocks run on, by the higher urgency; and one for the signature beside them. */
  private async moveClocks(tx: Tx, found: Case, decision: Decision, urgency: Urgency | null): Promise<Date | null> {
    if (decision.signOffReasons.length === 0) return found.nextDueAt;
    const { decidedAt } = decision;
    const rated = urgency === null ? {} : { urgency };
    if (urgency !== found.urgency) await this.store.clocks.on(tx, found, 'urgency_set', decidedAt, rated);
    return this.store.clocks.on(tx, found, 'decided', decidedAt, { urgency: urgency ?? decision.urgency });
  }

  private async decisionOf(tx: Tx, found: Case, actor: Actor, choice: Choice): Promise<Decision> {
    const outcome = outcomeOf(choice, found);
    const run = found.currentRunId === null ? null : await this.runs.get(tx, found.currentRunId);
    const standing = { ...found, hasPriorContacts: hadPriorContacts(run), mustBeReviewed: mustBeReviewed(run) };
    return {
      id: asId<DecisionId>(randomUUID()),
      caseId: found.id,
      runId: found.currentRunId,
      proposedLevel: found.proposedLevel,
      proposedUrgency: found.proposedUrgency,
      ...outcome,
      legalBasis: choice.legalBasis,
      rationale: choice.rationale,
      overrideReason: choice.kind === 'differ' ? choice.overrideReason : null,
      ...signatoryOf(actor),
      decidedAt: this.store.now(),
      signOffReasons: signOffReasonsFor(outcome, standing),
    };
  }
}

function eventOf(actor: Actor, decision: Decision, missed: object): CaseEvent {
  const { id: decisionId, pathway, level, urgency, overrideReason, signOffReasons } = decision;
  const confirms = overrideReason === null;
  return {
    action: 'case.decided',
    actor,
    ...(overrideReason === null ? {} : { reason: overrideReason }),
    details: { decisionId, pathway, level, urgency, confirms, signOff: signOffReasons, ...missed },
    record: committedDecision(decision),
  };
}

/** Signed means decided: a lowering that waits for its second signature, or is returned, lowers nothing. */
function urgencyUntilSigned({ urgency }: Case, decision: Decision): Urgency | null {
  if (decision.signOffReasons.length === 0) return decision.urgency;
  return urgency === null ? null : higherUrgency(urgency, decision.urgency);
}

/** Thresholds are for qualified social workers, managers among them: without a registration on file nobody decides. */
function signatoryOf(actor: Actor): Pick<Decision, 'decidedBy' | 'decidedByName' | 'decidedByRole' | 'registration'> {
  const role = actor.roles.includes('social_worker') ? 'social_worker' : 'manager';
  if (actor.registration === null) {
    throw new DomainError('not_allowed', 'Your social work registration number is not on file.');
  }
  return { decidedBy: actor.id, decidedByName: actor.name, decidedByRole: role, registration: actor.registration };
}
