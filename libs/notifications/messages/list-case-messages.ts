import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, CaseId } from '#domain';
import { Database } from '#platform';
import { type CaseMessage, messagesOfCase } from '../store/message-list.query.ts';

/** Who was told what about a case, and whether it reached them. */
@Injectable()
export class ListCaseMessages {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly access: AccessLog,
  ) {}

  /** @throws DomainError `not_found`. */
  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<CaseMessage[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      await this.access.viewed(tx, actor, found, { event: 'case.messages_viewed', by: 'case.read', purpose });
      return messagesOfCase(tx, found);
    });
  }
}
