import Type, { type Static, type TSchema } from 'typebox';
import { DIGESTS, MESSAGE_TEMPLATES } from '#messages';
import { CONTACT_WAYS, DELIVERY_STATES, RECIPIENTS } from '#notifications';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });
const instantOrNull = (description: string) => nullable(Type.String({ format: 'date-time' }), description);

const noticeResponse = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind: Type.Enum([...MESSAGE_TEMPLATES]),
  title: Type.String(),
  urgent: Type.Boolean(),
  at: instant('When it happened'),
  readAt: instantOrNull('When you read it'),
  caseId: nullable(Type.String({ format: 'uuid' }), 'The case that it is about'),
  reference: nullable(Type.String(), 'Of the case or referral'),
});

export const noticesResponse = Type.Object({
  notices: Type.Array(noticeResponse, { description: 'Unread ones first, then newest first' }),
  unread: Type.Integer(),
  next: nullable(Type.String(), 'Send as `after` for the next page'),
});

export const choicesResponse = Type.Object({
  email: nullable(Type.String(), 'The first letter and the domain: never the whole address'),
  emailFrom: nullable(Type.Enum(['sign_in', 'self']), 'Who said it: your sign-in or you'),
  mobile: nullable(Type.String(), 'The last three digits'),
  language: nullable(Type.Enum(['en', 'cy']), 'Null: as the authority writes'),
  digest: Type.Enum([...DIGESTS]),
  dailyAt: Type.String({ description: 'UK time of a daily digest' }),
  quietOwn: Type.Boolean(),
  version: Type.Integer({ description: 'The ETag, without quotes; 0 where nothing is known of you yet' }),
});

const caseMessage = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind: Type.Enum([...MESSAGE_TEMPLATES]),
  recipient: Type.Enum([...RECIPIENTS]),
  to: Type.String({ description: 'To whom, in words; never the address' }),
  channel: nullable(Type.Enum(['email', 'sms']), 'Null where none was found'),
  state: Type.Enum([...DELIVERY_STATES], {
    description:
      'sent: handed over; delivered: the provider says that it arrived; withheld: not sent, `result` says why; digested: told together with others; failed: given up',
  }),
  result: nullable(Type.String(), 'Code of the last answer, or why it was withheld'),
  attempts: Type.Integer(),
  queuedAt: instant('When there was something to tell'),
  sentAt: instantOrNull('When it went out'),
  nextAttemptAt: instantOrNull('When it is tried, or asked about, again'),
  contact: nullable(
    Type.Object({ at: Type.String({ format: 'date-time' }), how: Type.Enum([...CONTACT_WAYS]) }),
    'How a person told them instead',
  ),
});

export const caseMessagesResponse = Type.Object({ messages: Type.Array(caseMessage, { description: 'Newest first' }) });

export type NoticesResponse = Static<typeof noticesResponse>;
export type ChoicesResponse = Static<typeof choicesResponse>;
export type CaseMessagesResponse = Static<typeof caseMessagesResponse>;
