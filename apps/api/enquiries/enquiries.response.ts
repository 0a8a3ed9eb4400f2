import Type, { type Static, type TSchema } from 'typebox';
import { URGENCIES } from '#domain';
import {
  AGREEMENT_ANSWERS,
  DECLINE_REASONS,
  ENQUIRY_STATES,
  LAWFUL_GROUNDS,
  OVERRIDE_REASONS,
  REPLY_KINDS,
} from '#enquiries';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });
const uuid = Type.String({ format: 'uuid' });
const text = (description: string) => nullable(Type.String(), description);

export const agreementResponse = Type.Object({
  id: uuid,
  given: Type.Enum([...AGREEMENT_ANSWERS]),
  saidBy: Type.Array(Type.String()),
  how: Type.String(),
  note: text('In words'),
  recordedBy: Type.String(),
  recordedAt: instant('When'),
});

export const overrideResponse = Type.Object({
  id: uuid,
  reason: Type.Enum([...OVERRIDE_REASONS]),
  basis: Type.Enum([...LAWFUL_GROUNDS]),
  statement: Type.String(),
  level: text('The proposed level of the case when it was made'),
  inForce: Type.Boolean(),
  madeBy: Type.Object({ name: Type.String(), role: Type.String(), registration: Type.String() }),
  madeAt: instant('When'),
  needsSignature: Type.Boolean({ description: 'Whether a manager has to sign too' }),
  signature: nullable(
    Type.Object({
      outcome: Type.Enum(['signed', 'refused']),
      by: Type.String(),
      at: instant('When'),
      reason: text('Why'),
    }),
    'Null while nobody has signed or refused it',
  ),
});

export const basisResponse = Type.Object({
  standing: nullable(Type.Enum(['agreement', 'override']), 'What allows enquiries now; null where nothing does'),
  inReferral: text('What the referral says of agreement'),
  agreements: Type.Array(agreementResponse, { description: 'Oldest first; the last word counts' }),
  overrides: Type.Array(overrideResponse, { description: 'Oldest first' }),
});

const replyNote = Type.Object({
  kind: Type.Enum([...REPLY_KINDS]),
  by: Type.String(),
  at: instant('When it came'),
  readBy: text('Who read it first'),
  readAt: nullable(Type.String({ format: 'date-time' }), 'Null while nobody has'),
});

const enquiryLine = Type.Object({
  id: uuid,
  agencyId: Type.String(),
  state: Type.Enum([...ENQUIRY_STATES]),
  urgency: Type.Enum([...URGENCIES]),
  asked: Type.String(),
  basis: Type.Enum(['agreement', 'override']),
  overrideId: nullable(uuid, 'Of the override it was asked under'),
  sentBy: Type.String(),
  sentAt: instant('When'),
  dueAt: instant('By when the agency was asked to answer'),
  closedAt: nullable(Type.String({ format: 'date-time' }), 'Null while it is open'),
  withdrawal: nullable(Type.Object({ by: Type.String(), reason: Type.String() }), 'Null unless it was withdrawn'),
  reply: nullable(replyNote, 'Null while there is none'),
});

export const enquiriesResponse = Type.Object({ enquiries: Type.Array(enquiryLine, { description: 'Oldest first' }) });

const replyContent = Type.Object({
  whatWeKnow: text('What the agency knows'),
  worries: text('What worries it'),
  strengths: text('What goes well'),
  indicators: Type.Array(Type.Object({ id: Type.String(), answer: Type.String(), evidence: text('On what it rests') })),
  declineReason: nullable(Type.Enum([...DECLINE_REASONS]), 'Why it does not answer'),
});

export const openedEnquiryResponse = Type.Object({
  ...enquiryLine.properties,
  content: nullable(replyContent, 'What was answered; null while nothing was'),
});

const askedLine = Type.Object({
  id: uuid,
  state: Type.Enum([...ENQUIRY_STATES]),
  urgency: Type.Enum([...URGENCIES]),
  sentAt: instant('When'),
  dueAt: instant('By when to answer'),
  closedAt: nullable(Type.String({ format: 'date-time' }), 'Null while it is open'),
});

export const askedListResponse = Type.Object({
  enquiries: Type.Array(askedLine, {
    description: 'What waits for an answer first, by when it is due; nothing of any child',
  }),
});

export const askedEnquiryResponse = Type.Object({
  ...askedLine.properties,
  asked: Type.String({ description: 'What the front door asks' }),
  askedBy: Type.String(),
  agreed: Type.Boolean({ description: 'Whether the family agreed to your being asked' }),
  child: Type.Object({
    name: text('As the referral gives it'),
    dateOfBirth: text('As the referral gives it'),
    expectedDeliveryDate: text('Of an unborn child'),
    address: text('Where it was shared'),
    identifiers: Type.Record(Type.String(), Type.String(), { description: 'Those you find a child by, where shared' }),
  }),
});

export const answeredResponse = Type.Object({ id: uuid, state: Type.Enum(['answered', 'declined']) });

export type AgreementResponse = Static<typeof agreementResponse>;
export type OverrideResponse = Static<typeof overrideResponse>;
export type BasisResponse = Static<typeof basisResponse>;
export type EnquiriesResponse = Static<typeof enquiriesResponse>;
export type OpenedEnquiryResponse = Static<typeof openedEnquiryResponse>;
export type AskedListResponse = Static<typeof askedListResponse>;
export type AskedEnquiryResponse = Static<typeof askedEnquiryResponse>;
export type AnsweredResponse = Static<typeof answeredResponse>;
