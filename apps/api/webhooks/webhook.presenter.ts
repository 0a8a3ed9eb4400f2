import type { Delivery, Webhook } from '#notifications';
import type { DeliveryResponse, WebhookResponse } from './webhook.response.ts';

/** Without its secret, which is shown where it is made and nowhere else. */
export function presentWebhook(webhook: Webhook): WebhookResponse {
  const { id, url, events, disabledReason, version } = webhook;
  return {
    ...{ id, url, events: [...events], enabled: disabledReason === null, disabledReason },
    failingSince: webhook.failingSince?.toISOString() ?? null,
    previousSecretUntil: webhook.previousUntil?.toISOString() ?? null,
    createdAt: webhook.createdAt.toISOString(),
    changedAt: webhook.changedAt.toISOString(),
    version,
  };
}

export function presentDelivery(delivery: Delivery): DeliveryResponse {
  const { id, event, caseReference, outcome, attempts, lastResult } = delivery;
  return {
    ...{ id, event, caseReference, status: outcome ?? 'waiting', attempts, lastResult },
    happenedAt: delivery.happenedAt.toISOString(),
    lastAttemptAt: delivery.lastAttemptAt?.toISOString() ?? null,
    nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
  };
}
