import { Injectable } from '@nestjs/common';
import type { Actor, Case, Decision } from '#domain';
import type { Tx } from '#platform';
import { requireStep } from './case-gate.ts';
import { CaseStore } from './case-store.ts';
import { committedSignOff } from './committed.ts';
import { DecisionRepository, type SignOff } from './store/decision.repository.ts';

/** By whom a decision is signed, and the row that says so where a second person had to. */
interface Signature {
  readonly signedBy: Actor;
  readonly signOff: SignOff | null;
}

/** Makes a decision effective: by the decider's own signature, or by a second person's where one is needed. */
@Injectable()
export class DecisionStore {
  constructor(
    readonly repository: DecisionRepository,
    private readonly store: CaseStore,
  ) {}

  /** Signed means decided: only now do the clocks stop (domain pack K4). */
  async settle(tx: Tx, found: Case, decision: Decision, { signedBy, signOff }: Signature): Promise<Case> {
    await this.store.clocks.stop(tx, found.id, ['decide_next_steps', 'urgency'], this.store.now());
    return this.store.change(
      tx,
      found,
      {
        state: requireStep(found, 'sign'),
        urgency: decision.urgency,
        decidedPathway: decision.pathway,
        nextDueAt: null,
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
