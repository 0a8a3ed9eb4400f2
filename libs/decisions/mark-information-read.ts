import { Injectable } from '@nestjs/common';
import { CaseGate, CaseStore } from '#case-access';
import { type Actor, type CaseId, DomainError } from '#domain';
import { PassedInformationStore } from '#history';
import { CaseRepository } from '#intake';
import { Database } from '#platform';

/**
 * Records that the worker has read a new contact that was passed on to them; its clock stops. Read once, it stays read.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class MarkInformationRead {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly passed: PassedInformationStore,
    private readonly cases: CaseRepository,
    private readonly store: CaseStore,
  ) {}

  execute(actor: Actor, caseId: CaseId, passedId: string): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'information.read');
      const passed = (await this.passed.toCase(tx, found.id)).find(({ id }) => id === passedId);
      const from = passed === undefined ? null : await this.cases.findForUpdate(tx, found.authorityId, passed.caseId);
      if (from === null) throw new DomainError('not_found', 'There is nothing with this id that was passed on to you.');
      const at = this.store.now();
      if (!(await this.passed.markRead(tx, passedId, actor, at))) return;
      const nextDueAt = await this.store.clocks.on(tx, from, 'information_read', at, { subjectId: passedId });
      const details = { passedId, toCaseId: found.id };
      await this.store.change(tx, from, { nextDueAt }, { action: 'information.read', actor, details });
    });
  }
}
