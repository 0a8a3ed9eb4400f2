import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { AddressCheck } from './address-check.ts';
import { type WebhookRequest, WebhookStore } from './webhook-store.ts';
import type { Webhook, WebhookEvent } from './webhook.ts';

/** `null` leaves a thing as it is. */
export interface WebhookChange extends WebhookRequest {
  readonly url: string | null;
  readonly events: readonly WebhookEvent[] | null;
  readonly enabled: boolean | null;
}

/**
 * Changes where or of what an agency is told, or whether at all. What waits for an endpoint that is disabled is dropped;
 * one that is enabled starts afresh.
 * @throws DomainError `not_found`, `record_changed` or `validation_failed`.
 */
@Injectable()
export class ChangeWebhook {
  constructor(
    private readonly database: Database,
    private readonly store: WebhookStore,
    private readonly addresses: AddressCheck,
  ) {}

  async execute(change: WebhookChange): Promise<Webhook> {
    const { actor, url, events, enabled } = change;
    if (url !== null) await this.addresses.require(url);
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.store.open(tx, change);
      const now = this.store.now();
      const changes = {
        ...(url === null ? {} : { url }),
        ...(events === null ? {} : { events: [...new Set(events)] }),
        ...(enabled === false ? { disabledReason: found.disabledReason ?? ('by_request' as const) } : {}),
        ...(enabled === true ? { disabledReason: null } : {}),
        ...(enabled === true || url !== null ? { failingSince: null, failures: 0, restingUntil: now } : {}),
      };
      const after = await this.store.webhooks.update(tx, found, changes, now);
      if (after.disabledReason !== null) await this.store.webhooks.dropWaiting(tx, after);
      await this.store.record(tx, actor, 'webhook.changed', after);
      return after;
    });
  }
}
