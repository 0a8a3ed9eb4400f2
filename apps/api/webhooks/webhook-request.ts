import type { FastifyRequest } from 'fastify';
import type { Actor } from '#domain';
import type { WebhookId } from '#notifications';
import { requireIfMatch } from '#platform';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';

/** @throws DomainError `not_found` for an id that no webhook can have. */
export const webhookIdOf = (id: string): WebhookId => idOf(id, 'webhook');

/** Who asks, about which webhook, in which version: the start of every change. */
export function webhookRequestOf(
  request: FastifyRequest,
  id: string,
): { readonly actor: Actor; readonly id: WebhookId; readonly version: number } {
  const version = requireIfMatch(request.headers['if-match']);
  return { actor: actorOf(request), id: webhookIdOf(id), version };
}
