import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { Vault } from '#vault';
import type { WithSecret } from './register-webhook.ts';
import { newSecret, OVERLAP_HOURS, sealSecret } from './webhook-secret.ts';
import { type WebhookRequest, WebhookStore } from './webhook-store.ts';

const HOUR_MS = 3_600_000;

/**
 * Gives an endpoint a new secret. The one before signs beside it for a day, so that a partner can change over without
 * losing a message; one older than that ends at once.
 * @throws DomainError `not_found` or `record_changed`.
 */
@Injectable()
export class RotateSecret {
  constructor(
    private readonly database: Database,
    private readonly store: WebhookStore,
    private readonly vault: Vault,
  ) {}

  execute(request: WebhookRequest): Promise<WithSecret> {
    const { actor } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.store.open(tx, request);
      const now = this.store.now();
      const secret = newSecret();
      const changes = {
        secret: sealSecret(this.vault, found.id, secret),
        previousSecret: found.secret,
        previousUntil: new Date(now.getTime() + OVERLAP_HOURS * HOUR_MS),
      };
      const webhook = await this.store.webhooks.update(tx, found, changes, now);
      await this.store.record(tx, actor, 'webhook.secret_rotated', webhook);
      return { webhook, secret };
    });
  }
}
