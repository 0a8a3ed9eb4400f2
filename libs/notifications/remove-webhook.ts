import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { type WebhookRequest, WebhookStore } from './webhook-store.ts';
import type { Webhook } from './webhook.ts';

/**
 * Removes an endpoint with its secrets; what waits for it is dropped. Its row stays, for what it was told.
 * @throws DomainError `not_found` or `record_changed`.
 */
@Injectable()
export class RemoveWebhook {
  constructor(
    private readonly database: Database,
    private readonly store: WebhookStore,
  ) {}

  execute(request: WebhookRequest): Promise<Webhook> {
    const { actor } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.store.open(tx, request);
      const now = this.store.now();
      const withoutSecrets = { secret: null, previousSecret: null, previousUntil: null };
      const after = await this.store.webhooks.update(tx, found, { ...withoutSecrets, removedAt: now }, now);
      await this.store.webhooks.dropWaiting(tx, after);
      await this.store.record(tx, actor, 'webhook.removed', after);
      return after;
    });
  }
}
