import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Clock } from '#domain';
import { wakeWorkers } from '#outbox';
import { CLOCK, Database } from '#platform';
import { releaseDelivery } from '../store/message-list.query.ts';
import { HeldMessage, type MessageQuestion } from './held-message.ts';

/** Sends what was withheld, or failed, once somebody has found out that the address is safe and right. */
@Injectable()
export class ReleaseMessage {
  constructor(
    private readonly database: Database,
    private readonly held: HeldMessage,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found`, `not_allowed` or `action_not_available`. */
  execute(question: MessageQuestion, reason: string): Promise<void> {
    const { actor } = question;
    return this.database.inTransaction(actor, async (tx) => {
      const { found, message } = await this.held.open(tx, question);
      const occurredAt = this.clock.now();
      await releaseDelivery(tx, message.id, actor.id, occurredAt);
      const details = { deliveryId: message.id, template: message.template, withheld: message.result };
      const { id: caseId, referralId } = found;
      await this.audit.append(tx, [
        { action: 'message.released', actor, occurredAt, caseId, referralId, reason, details },
      ]);
      await wakeWorkers(tx, 'housekeeping');
    });
  }
}
