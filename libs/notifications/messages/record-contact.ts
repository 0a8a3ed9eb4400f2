import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { CaseClocks } from '#clocks';
import type { Clock } from '#domain';
import { CLOCK, Database, type Tx } from '#platform';
import { noteContact } from '../store/message-list.query.ts';
import type { ContactWay } from './delivery.ts';
import { HeldMessage, type MessageQuestion, type OpenedMessage } from './held-message.ts';

/** Records that a person told the recipient in another way than by message: what waits for that is done. */
@Injectable()
export class RecordContact {
  constructor(
    private readonly database: Database,
    private readonly held: HeldMessage,
    private readonly caseClocks: CaseClocks,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found`, `not_allowed` or `action_not_available`. */
  execute(question: MessageQuestion, how: ContactWay, reason: string): Promise<void> {
    const { actor } = question;
    return this.database.inTransaction(actor, async (tx) => {
      const opened = await this.held.open(tx, question);
      const { found, message } = opened;
      const at = this.clock.now();
      await noteContact(tx, message.id, { by: actor.id, how, at });
      await this.stopClocks(tx, opened, at);
      const details = { deliveryId: message.id, template: message.template, how };
      const { id: caseId, referralId } = found;
      await this.audit.append(tx, [
        { action: 'message.contact_recorded', actor, occurredAt: at, caseId, referralId, reason, details },
      ]);
    });
  }

  private async stopClocks(tx: Tx, { found, message, cases }: OpenedMessage, at: Date): Promise<void> {
    if (message.recipient !== 'sender') return;
    if (message.template === 'acknowledgement') {
      for (const each of cases) await this.caseClocks.on(tx, each, 'acknowledged', at);
    }
    if (message.template === 'outcome') await this.caseClocks.on(tx, found, 'outcome_sent', at);
  }
}
