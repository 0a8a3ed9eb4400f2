import type { AgencyId, AuthorityId } from '#domain';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };
export type WebhookId = Id<'WebhookId'>;
export type DeliveryId = Id<'DeliveryId'>;

/** What an agency can ask to be told: what it can read of its own referrals, and nothing that is only proposed. */
export const WEBHOOK_EVENTS = [
  'case.signed',
  'case.closed',
  'referral.acknowledged',
  'case.outcome',
  'attachment.refused',
  'enquiry.requested',
  'challenge.moved',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Told only to an agency that has a sharing agreement in force: they say how a case stands. */
export const OF_AGREEMENT: readonly string[] = ['case.signed', 'case.closed', 'case.outcome', 'challenge.moved'];

export const DISABLED_REASONS = ['by_request', 'gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** An address at which an agency wants to be told. */
export interface Webhook {
  readonly id: WebhookId;
  readonly authorityId: AuthorityId;
  readonly agencyId: AgencyId;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Null while it is told. */
  readonly disabledReason: DisabledReason | null;
  /** Since when nothing arrives there. */
  readonly failingSince: Date | null;
  /** Until when the secret before the present one signs too. */
  readonly previousUntil: Date | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly removedAt: Date | null;
  /** Counts every change; the ETag. */
  readonly version: number;
}

export const DELIVERY_OUTCOMES = ['delivered', 'failed', 'withheld', 'dropped'] as const;
type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** One thing that an endpoint is told, however often it is tried. Its id is the `webhook-id` of every attempt. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly event: WebhookEvent | 'webhook.test';
  readonly caseReference: string | null;
  readonly happenedAt: Date;
  readonly attempts: number;
  readonly lastAttemptAt: Date | null;
  /** HTTP status, as text, or the code of what went wrong. */
  readonly lastResult: string | null;
  /** Null while it waits. */
  readonly outcome: DeliveryOutcome | null;
  /** Null once nothing more is tried. */
  readonly nextAttemptAt: Date | null;
}
