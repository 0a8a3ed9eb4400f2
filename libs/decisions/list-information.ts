import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, CaseId } from '#domain';
import { type Information, LearnedInformation } from '#history';
import { Database } from '#platform';

/** What was learned about a case since it came in, what was withdrawn included; the oldest first. */
@Injectable()
export class ListInformation {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly information: LearnedInformation,
    private readonly log: AccessLog,
  ) {}

  /** @throws DomainError `not_found` or `not_allowed`. */
  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<readonly Information[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      await this.log.viewed(tx, actor, found, { event: 'case.information_viewed', by: 'case.read', purpose });
      return this.information.ofCase(tx, found);
    });
  }
}
