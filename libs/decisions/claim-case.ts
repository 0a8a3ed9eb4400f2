import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore } from '#case-access';
import { type Case, DomainError, stateAfter } from '#domain';
import { Database } from '#platform';
import { canClaim } from './available-actions.ts';

/** Takes a case into one's own hands; the first look at it starts screening. */
@Injectable()
export class ClaimCase {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
  ) {}

  execute(request: CaseRequest): Promise<Case> {
    const { actor } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.open(tx, request, 'case.claim');
      if (!canClaim(found, actor)) {
        throw new DomainError('action_not_available', 'This case is in other hands, or nothing is left to do on it.');
      }
      const state = stateAfter(found.state, 'claim') ?? found.state;
      const changes = { state, claimedBy: actor.id, claimedByName: actor.name, claimedAt: this.store.now() };
      return this.store.change(tx, found, changes, { action: 'case.claimed', actor });
    });
  }
}
