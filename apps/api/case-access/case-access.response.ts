import Type, { type Static, type TSchema } from 'typebox';
import { ACCESS_ACTIONS } from '#audit';
import { ALERT_KINDS, RESTRICTION_REASONS } from '#case-access';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });
const uuid = Type.String({ format: 'uuid' });
const person = Type.Object({ id: Type.String(), name: Type.String() });
const next = nullable(Type.String(), 'Send as `after` for the next page');

export const accessEventsResponse = Type.Object({
  events: Type.Array(
    Type.Object({
      id: uuid,
      at: instant('When'),
      action: Type.Enum([...ACCESS_ACTIONS]),
      person: Type.Object({ ...person.properties, roles: Type.Array(Type.String()) }),
      caseId: nullable(uuid, 'Null for lists and referrals'),
      referralId: nullable(uuid, 'Null for lists'),
      relation: nullable(
        Type.String(),
        'Why it was open: allocated, own_team, own_agency, own_authority, named, break_glass, asked',
      ),
      purpose: nullable(Type.String(), 'What the person looked for, where they said'),
      shown: nullable(Type.Integer(), 'How many records a list showed'),
    }),
    { description: 'Newest first' },
  ),
  next,
});

export const restrictionResponse = Type.Object({
  reference: Type.String(),
  reasonCode: nullable(Type.Enum([...RESTRICTION_REASONS]), 'Null where an earlier referral handed it down'),
  reason: nullable(Type.String(), 'In words'),
  restrictedBy: nullable(person, 'Who closed it'),
  restrictedAt: nullable(Type.String({ format: 'date-time' }), 'When'),
  people: Type.Array(person, { description: 'Who is named on it' }),
});

export const glassBrokenResponse = Type.Object({
  id: uuid,
  caseIds: Type.Array(uuid, { description: 'The cases that are open to you now' }),
  openUntil: instant('When they close again'),
  reviewDueAt: instant('By when a manager reviews it'),
});

const breakGlass = Type.Object({
  id: uuid,
  state: Type.Enum(['due', 'overdue', 'reviewed']),
  reference: Type.String({ description: 'As it was asked for' }),
  openedBy: person,
  reason: Type.String(),
  openedAt: instant('When'),
  openUntil: instant('Until when it was open'),
  reviewDueAt: instant('By when a manager must have reviewed it'),
  review: nullable(
    Type.Object({ by: person, at: instant('When'), outcome: Type.String(), note: Type.String() }),
    'Null until it is reviewed',
  ),
});

export const breakGlassListResponse = Type.Object({ openings: Type.Array(breakGlass), next });

export const alertResponse = Type.Object({
  id: uuid,
  kind: Type.Enum([...ALERT_KINDS]),
  person,
  cases: Type.Array(Type.Object({ id: uuid, reference: Type.String() }), { description: 'Those that you may see' }),
  breakGlassId: nullable(uuid, 'The opening to review'),
  raisedAt: instant('When'),
  acknowledged: nullable(
    Type.Object({ by: person, at: instant('When'), note: Type.String() }),
    'Null while it is open',
  ),
});

export const alertsResponse = Type.Object({ alerts: Type.Array(alertResponse), next });

export type AccessEventsResponse = Static<typeof accessEventsResponse>;
export type RestrictionResponse = Static<typeof restrictionResponse>;
export type GlassBrokenResponse = Static<typeof glassBrokenResponse>;
export type BreakGlassListResponse = Static<typeof breakGlassListResponse>;
export type AlertResponse = Static<typeof alertResponse>;
export type AlertsResponse = Static<typeof alertsResponse>;
