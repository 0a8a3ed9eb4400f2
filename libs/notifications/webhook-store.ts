import { Inject, Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { type AuditAction, AuditTrail } from '#audit';
import { type Actor, type AgencyId, type Clock, DomainError } from '#domain';
import { CLOCK, type Tx } from '#platform';
import { type KeptWebhook, WebhookRepository } from './store/webhook.repository.ts';
import type { Webhook, WebhookId } from './webhook.ts';

/** An endpoint that somebody wants to change, in the version that they say they read. */
export interface WebhookRequest {
  readonly actor: Actor;
  readonly id: WebhookId;
  readonly version: number;
}

/** Endpoints behind the access policy, and their entries in the trail. */
@Injectable()
export class WebhookStore {
  constructor(
    readonly webhooks: WebhookRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** @throws DomainError `not_found`, also for another agency's. */
  async get(tx: Tx, actor: Actor, id: WebhookId): Promise<Webhook> {
    return requireOwn(actor, await this.webhooks.find(tx, actor.authorityId, id));
  }

  /** Holds it until the transaction ends. @throws DomainError `not_found` or `record_changed`. */
  async open(tx: Tx, { actor, id, version }: WebhookRequest): Promise<KeptWebhook> {
    const found = requireOwn(actor, await this.webhooks.findForUpdate(tx, actor.authorityId, id));
    if (found.version === version) return found;
    throw new DomainError('record_changed', 'Somebody changed this webhook after you read it.');
  }

  async record(tx: Tx, actor: Actor, action: AuditAction, { id, events, version }: Webhook): Promise<void> {
    const details = { webhookId: id, events, version };
    await this.audit.append(tx, [{ action, actor, occurredAt: this.now(), details }]);
  }
}

/** @throws DomainError `not_allowed` for somebody who belongs to no agency. */
export function agencyOf({ agencyId }: Actor): AgencyId {
  if (agencyId !== null) return agencyId;
  throw new DomainError('not_allowed', 'Your sign-in names no agency whose webhooks these could be.');
}

function requireOwn<Found extends Webhook>(actor: Actor, found: Found | null): Found {
  if (found !== null && mayDo(actor, 'webhook.manage', found) === 'allowed') return found;
  throw new DomainError('not_found', 'There is no webhook with this id for you.');
}
