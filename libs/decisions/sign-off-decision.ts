import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore, requireStep } from '#case-access';
import { type Case, DomainError } from '#domain';
import { Database } from '#platform';
import { mayTake } from './available-actions.ts';
import { committedSignOff } from './committed.ts';
import { DecisionStore } from './decision-store.ts';

export interface SignOffRequest extends CaseRequest {
  readonly outcome: 'signed' | 'returned';
  readonly reason: string | null;
  /** Why it is signed although replies of other agencies are unread; `null` where none may be. */
  readonly unreadReason: string | null;
}

/**
 * A second person signs a decision or returns it with a reason. Never the decider: this use case and the
 * database each refuse it. What must be done before somebody signs, `SignOffChecks` says.
 */
@Injectable()
export class SignOffDecision {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
    private readonly decisions: DecisionStore,
  ) {}

  execute(request: SignOffRequest): Promise<Case> {
    const { actor, outcome, reason, unreadReason } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.open(tx, request, 'decision.sign_off');
      const step = outcome === 'signed' ? 'sign' : 'return';
      const state = requireStep(found, step);
      if (found.currentDecisionId === null) throw new Error('A case awaiting sign-off has a decision.');
      const decision = await this.decisions.repository.get(tx, found, found.currentDecisionId);
      if (!mayTake(step, found, actor, decision.decidedBy)) {
        throw new DomainError('not_allowed', 'A second person must sign: nobody signs off their own decision.');
      }
      const signOff = {
        decisionId: decision.id,
        outcome,
        reason,
        signedBy: actor.id,
        signedByName: actor.name,
        signedByRole: 'manager',
        signedAt: this.store.now(),
      };
      await this.decisions.repository.insertSignOff(tx, found, decision, signOff);
      const signature = { signedBy: actor, signOff, unreadReason };
      if (outcome === 'signed') return this.decisions.settle(tx, found, decision, signature);
      const record = committedSignOff(signOff, decision.decidedBy);
      const event = { action: 'decision.returned', actor, details: { decisionId: decision.id }, record } as const;
      const nextDueAt = await this.store.clocks.on(tx, found, 'returned', signOff.signedAt);
      return this.store.change(tx, found, { state, nextDueAt }, { ...event, ...(reason === null ? {} : { reason }) });
    });
  }
}
