import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore } from '#case-access';
import { Handovers } from '#clocks';
import { type Case, DomainError } from '#domain';
import { Database } from '#platform';

/**
 * Takes over what the emergency duty team handed over: somebody else than whoever handed it over.
 * @throws DomainError `not_found`, `not_allowed`, `record_changed`; `action_not_available` when none waits;
 * `second_person_needed`.
 */
@Injectable()
export class AcceptHandover {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
    private readonly handovers: Handovers,
  ) {}

  execute(request: CaseRequest): Promise<Case> {
    const { actor } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.open(tx, request, 'case.hand_over');
      const madeBy = await this.handovers.waitingBy(tx, found.id);
      if (madeBy === null) throw new DomainError('action_not_available', 'No handover waits for this case.');
      if (madeBy === actor.id) {
        throw new DomainError('second_person_needed', 'Whoever handed the case over does not accept it.');
      }
      const at = this.store.now();
      await this.handovers.accept(tx, found.id, { actor, at });
      const nextDueAt = await this.store.clocks.on(tx, found, 'handover_accepted', at);
      const changes = { handoverWaiting: false, nextDueAt };
      return this.store.change(tx, found, changes, { action: 'case.handover_accepted', actor });
    });
  }
}
