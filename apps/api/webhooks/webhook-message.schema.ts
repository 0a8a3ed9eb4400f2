import type { OpenAPIObject } from '@nestjs/swagger';
import Type from 'typebox';

const aboutCase = Type.Object(
  {
    type: Type.Enum(['case.signed', 'case.closed']),
    timestamp: Type.String({ format: 'date-time', description: 'When it happened' }),
    data: Type.Object(
      {
        referralReference: Type.String(),
        caseReference: Type.String(),
        state: Type.Enum(['signed', 'closed'], { description: 'Where the case stands since' }),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

const other = (type: string, data: Record<string, ReturnType<typeof Type.String>>) =>
  Type.Object(
    {
      type: Type.Literal(type),
      timestamp: Type.String({ format: 'date-time', description: 'When it happened' }),
      data: Type.Object(data, { additionalProperties: false }),
    },
    { additionalProperties: false },
  );

const others = [
  other('referral.acknowledged', { referralReference: Type.String() }),
  other('case.outcome', { referralReference: Type.String(), caseReference: Type.String() }),
  other('attachment.refused', { referralReference: Type.String(), attachmentId: Type.String() }),
  other('enquiry.requested', { caseReference: Type.String(), enquiryId: Type.String() }),
  other('challenge.moved', { caseReference: Type.String(), challengeId: Type.String() }),
];

const test = Type.Object(
  {
    type: Type.Literal('webhook.test'),
    timestamp: Type.String({ format: 'date-time' }),
    data: Type.Object({ test: Type.Literal(true) }, { additionalProperties: false }),
  },
  { additionalProperties: false },
);

/** What a partner's endpoint receives. */
export const webhookMessageSchema = Type.Union([aboutCase, ...others, test], {
  description: 'References and the new state, never personal data: ask /api/v1/referrals/{reference} for the rest.',
});

const header = (name: string, description: string) => ({
  ...{ name, description, in: 'header' as const, required: true },
  schema: { type: 'string' as const },
});

/** The `webhooks` section of the OpenAPI document: a request that this service makes. */
export function webhookOperations(): NonNullable<OpenAPIObject['webhooks']> {
  return {
    message: {
      post: {
        operationId: 'webhook-message',
        tags: ['Webhooks'],
        summary: 'Something happened to your referral, enquiry or challenge, or you asked for a test',
        description:
          'Signed by Standard Webhooks. It may come more than once, under the same webhook-id, and in any order.',
        parameters: [
          header('webhook-id', 'The same at every attempt'),
          header('webhook-timestamp', 'Seconds since 1970: when this attempt was made'),
          header('webhook-signature', 'One `v1,…` for each secret in use, separated by spaces'),
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/WebhookMessage' } } },
        },
        responses: {
          '2XX': { description: 'Received' },
          '410': { description: 'Nothing is wanted here any more: the webhook is disabled' },
          default: { description: 'Tried again over about two days' },
        },
      },
    },
  };
}
