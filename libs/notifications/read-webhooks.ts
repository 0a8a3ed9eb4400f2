import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database } from '#platform';
import { recentDeliveries } from './store/delivery-list.query.ts';
import { agencyOf, WebhookStore } from './webhook-store.ts';
import type { Delivery, Webhook, WebhookId } from './webhook.ts';

/** The endpoints of the actor's agency, and what they were told. */
@Injectable()
export class ReadWebhooks {
  constructor(
    private readonly database: Database,
    private readonly store: WebhookStore,
  ) {}

  /** Oldest first. @throws DomainError `not_allowed` for somebody who belongs to no agency. */
  all(actor: Actor): Promise<Webhook[]> {
    const owner = { authorityId: actor.authorityId, agencyId: agencyOf(actor) };
    return this.database.inTransaction(actor, (tx) => this.store.webhooks.ofAgency(tx, owner));
  }

  /** @throws DomainError `not_found`. */
  one(actor: Actor, id: WebhookId): Promise<Webhook> {
    return this.database.inTransaction(actor, (tx) => this.store.get(tx, actor, id));
  }

  /** Newest first. @throws DomainError `not_found`. */
  deliveries(actor: Actor, id: WebhookId): Promise<Delivery[]> {
    return this.database.inTransaction(actor, async (tx) => recentDeliveries(tx, await this.store.get(tx, actor, id)));
  }
}
