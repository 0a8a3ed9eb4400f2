import { Injectable } from '@nestjs/common';
import { CaseGate } from '#case-access';
import { type Actor, type CaseId, DomainError } from '#domain';
import { Database } from '#platform';
import { committedWithdrawal } from './committed.ts';
import { InformationDesk } from './information-desk.ts';

export interface WithdrawalRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly informationId: string;
  readonly reason: string;
}

/**
 * Takes back what turned out to be wrong, with the reason. It stays on the record; the rules look again without it, and
 * what it has raised stays raised until a person decides.
 * @throws DomainError `not_found`, `not_allowed`, or `action_not_available` for what was withdrawn before.
 */
@Injectable()
export class WithdrawInformation {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly desk: InformationDesk,
  ) {}

  execute({ actor, caseId, informationId, reason }: WithdrawalRequest): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'information.add');
      const all = await this.desk.information.ofCase(tx, found);
      if (!all.some(({ id }) => id === informationId)) {
        throw new DomainError('not_found', 'There is no information with this id on the case.');
      }
      const by = { withdrawnBy: actor.id, withdrawnByName: actor.name, withdrawnReason: reason };
      const withdrawal = { withdrawnAt: this.desk.now(), ...by };
      const isDone = await this.desk.information.withdraw(tx, found, informationId, withdrawal);
      if (!isDone) throw new DomainError('action_not_available', 'It was withdrawn before.');
      await this.desk.changed(tx, found, actor, {
        action: 'information.withdrawn',
        because: 'information_withdrawn',
        reason,
        details: { informationId },
        record: committedWithdrawal(informationId, withdrawal),
      });
    });
  }
}
