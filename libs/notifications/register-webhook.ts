import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import { Vault } from '#vault';
import { AddressCheck } from './address-check.ts';
import { newSecret, sealSecret } from './webhook-secret.ts';
import { agencyOf, WebhookStore } from './webhook-store.ts';
import type { Webhook, WebhookEvent, WebhookId } from './webhook.ts';

const MOST_WEBHOOKS = 5;

export interface Registration {
  readonly actor: Actor;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/** An endpoint with its new secret, which nobody is told again. */
export interface WithSecret {
  readonly webhook: Webhook;
  readonly secret: string;
}

/**
 * Registers an address at which the actor's agency is told of its own referrals.
 * @throws DomainError `validation_failed`, `webhook_limit_reached` or `not_allowed` (no agency).
 */
@Injectable()
export class RegisterWebhook {
  constructor(
    private readonly database: Database,
    private readonly store: WebhookStore,
    private readonly vault: Vault,
    private readonly addresses: AddressCheck,
  ) {}

  async execute({ actor, url, events }: Registration): Promise<WithSecret> {
    const owner = { authorityId: actor.authorityId, agencyId: agencyOf(actor) };
    await this.addresses.require(url);
    return this.database.inTransaction(actor, async (tx) => {
      const there = await this.store.webhooks.ofAgencyToAdd(tx, owner);
      if (there.length >= MOST_WEBHOOKS) {
        throw new DomainError('webhook_limit_reached', `An agency has at most ${String(MOST_WEBHOOKS)} webhooks.`);
      }
      const id = randomUUID() as WebhookId;
      const secret = newSecret();
      const now = this.store.now();
      const webhook: Webhook = {
        ...{ id, ...owner, url, events: [...new Set(events)] },
        ...{ disabledReason: null, failingSince: null, previousUntil: null, removedAt: null },
        ...{ createdAt: now, changedAt: now, version: 1 },
      };
      const sealed = sealSecret(this.vault, id, secret);
      await this.store.webhooks.insert(tx, { ...webhook, secret: sealed, previousSecret: null });
      await this.store.record(tx, actor, 'webhook.registered', webhook);
      return { webhook, secret };
    });
  }
}
