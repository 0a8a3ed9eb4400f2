import type { DueDelivery } from './store/delivery-work.query.ts';

/** What a partner receives, in the shape of Standard Webhooks. */
export interface WebhookMessage {
  readonly type: DueDelivery['event'];
  /** When it happened, not when it was sent. */
  readonly timestamp: string;
  readonly data:
    | { readonly referralReference: string; readonly caseReference: string; readonly state: 'signed' | 'closed' }
    | { readonly test: true };
}

/**
 * The message of a delivery: references and the new state. Whoever may know more asks the API for it. The same bytes at
 * every attempt.
 */
export function messageOf({ event, happenedAt, caseReference, referralReference }: DueDelivery): WebhookMessage {
  const head = { type: event, timestamp: happenedAt.toISOString() };
  if (event === 'webhook.test') return { ...head, data: { test: true } };
  if (caseReference === null || referralReference === null) throw new Error('A message about a case names it.');
  const state = event === 'case.signed' ? 'signed' : 'closed';
  return { ...head, data: { referralReference, caseReference, state } };
}
