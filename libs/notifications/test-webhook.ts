import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { wakeWorkers } from '#outbox';
import { Database } from '#platform';
import { waitingTest } from './store/delivery-list.query.ts';
import { WebhookStore } from './webhook-store.ts';
import type { Delivery, WebhookId } from './webhook.ts';

/**
 * Has a test message sent. While one waits there is no second: asking again and again sends nothing more.
 * @throws DomainError `not_found` or `webhook_disabled`.
 */
@Injectable()
export class TestWebhook {
  constructor(
    private readonly database: Database,
    private readonly store: WebhookStore,
  ) {}

  execute(actor: Actor, id: WebhookId): Promise<Delivery> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.store.get(tx, actor, id);
      if (found.disabledReason !== null) throw new DomainError('webhook_disabled', 'This webhook is told nothing now.');
      const delivery = await waitingTest(tx, found);
      await wakeWorkers(tx, 'housekeeping');
      return delivery;
    });
  }
}
