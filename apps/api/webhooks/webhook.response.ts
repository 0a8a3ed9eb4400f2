import Type, { type Static, type TSchema } from 'typebox';
import { DELIVERY_OUTCOMES, DISABLED_REASONS, WEBHOOK_EVENTS } from '#notifications';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });

export const webhookResponse = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    url: Type.String(),
    events: Type.Array(Type.Enum([...WEBHOOK_EVENTS])),
    enabled: Type.Boolean(),
    disabledReason: nullable(
      Type.Enum([...DISABLED_REASONS]),
      'by_request: you stopped it; gone: it answered 410; failing: nothing arrived for three days',
    ),
    failingSince: nullable(Type.String({ format: 'date-time' }), 'Since when nothing arrives there'),
    previousSecretUntil: nullable(
      Type.String({ format: 'date-time' }),
      'Until when messages are signed with the secret before as well',
    ),
    createdAt: instant('When it was registered'),
    changedAt: instant('When it last changed'),
    version: Type.Integer({ description: 'The ETag, without quotes' }),
  },
  { description: 'An address at which your agency is told about its own referrals.' },
);

export const webhookWithSecretResponse = Type.Object({
  ...webhookResponse.properties,
  secret: Type.String({
    pattern: '^whsec_',
    description: 'Signs the messages (Standard Webhooks). Shown this once: keep it safe',
  }),
});

export const webhookListResponse = Type.Object({ webhooks: Type.Array(webhookResponse) });

export const deliveryResponse = Type.Object({
  id: Type.String({ format: 'uuid', description: '`webhook-id` of every attempt' }),
  event: Type.Enum([...WEBHOOK_EVENTS, 'webhook.test']),
  caseReference: nullable(Type.String(), 'Null for a test'),
  happenedAt: instant('When it happened'),
  status: Type.Enum(['waiting', ...DELIVERY_OUTCOMES], {
    description:
      'withheld: no sharing agreement covered it; dropped: the webhook was disabled or removed; failed: given up',
  }),
  attempts: Type.Integer(),
  lastAttemptAt: nullable(Type.String({ format: 'date-time' }), 'When it was last tried'),
  lastResult: nullable(Type.String(), 'HTTP status of your answer, or the code of what went wrong'),
  nextAttemptAt: nullable(Type.String({ format: 'date-time' }), 'When it is tried again at the earliest'),
});

export const deliveryListResponse = Type.Object({ deliveries: Type.Array(deliveryResponse) });

export type WebhookResponse = Static<typeof webhookResponse>;
export type WebhookWithSecretResponse = Static<typeof webhookWithSecretResponse>;
export type WebhookListResponse = Static<typeof webhookListResponse>;
export type DeliveryResponse = Static<typeof deliveryResponse>;
export type DeliveryListResponse = Static<typeof deliveryListResponse>;
