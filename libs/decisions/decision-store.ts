import { Injectable } from '@nestjs/common';
import { CaseStore, requireStep } from '#case-access';
import type { Actor, Case, Decision } from '#domain';
import type { Tx } from '#platform';
import { committedSignOff } from './committed.ts';
import { NoteMissedOpportunities } from './note-missed-opportunities.ts';
import { SignOffChecks } from './sign-off-checks.ts';
import { DecisionRepository, type SignOff } from './store/decision.repository.ts';

/** By whom a decision is signed, and the row that says so where a second person had to. */
interface Signature {
  readonly signedBy: Actor;
  readonly signOff: SignOff | null;
  /** Why it is signed although replies of other agencies are unread. */
  readonly unreadReason: string | null;
}

/** Makes a decision effective: by the decider's own signature, or by a second person's where one is needed. */
@Injectable()
export class DecisionStore {
  constructor(
    readonly repository: DecisionRepository,
    readonly missed: NoteMissedOpportunities,
    private readonly store: CaseStore,
    private readonly checks: SignOffChecks,
  ) {}

  /**
   * Signed means decided: only now do the clocks of the decision stop (domain pack K4).
   * @throws DomainError with the code of what `SignOffChecks` finds left to do.
   */
  async settle(tx: Tx, found: Case, decision: Decision, signature: Signature): Promise<Case> {
    const { signedBy, signOff, unreadReason } = signature;
    await this.checks.require(tx, signedBy, found, decision, unreadReason);
    const { urgency, pathway } = decision;
    const nextDueAt = await this.store.clocks.on(tx, found, 'signed', this.store.now(), { urgency, pathway });
    return this.store.change(
      tx,
      found,
      {
        state: requireStep(found, 'sign'),
        urgency,
        decidedPathway: pathway,
        nextDueAt,
        claimedBy: null,
        claimedByName: null,
        claimedAt: null,
      },
      {
        action: 'decision.signed',
        actor: signedBy,
        details: { decisionId: decision.id, pathway: decision.pathway },
        ...(signOff === null ? {} : { record: committedSignOff(signOff, decision.decidedBy) }),
      },
    );
  }
}
