import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore } from '#case-access';
import { type Case, DomainError } from '#domain';
import { Database } from '#platform';
import { canRelease } from './available-actions.ts';

/** Lets a case go back to the queue, where it stands until somebody else takes it. */
@Injectable()
export class ReleaseCase {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
  ) {}

  execute(request: CaseRequest): Promise<Case> {
    const { actor } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.open(tx, request, 'case.release');
      if (!canRelease(found, actor)) {
        throw new DomainError('action_not_available', 'Only its holder or a manager can release this case.');
      }
      const changes = { claimedBy: null, claimedByName: null, claimedAt: null };
      return this.store.change(tx, found, changes, { action: 'case.released', actor });
    });
  }
}
