import Type, { type Static, type TSchema } from 'typebox';
import { CASE_STATES, LEVELS, PATHWAYS } from '#domain';
import { CONSIDERATION_OUTCOMES, FAMILY_GAPS } from '#family';
import { RELATIONSHIP_KINDS } from '#people';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });
const uuid = Type.String({ format: 'uuid' });
const day = (description: string) => nullable(Type.String({ format: 'date' }), description);
const answer = Type.Enum(['yes', 'no', 'not_known', 'not_asked']);
const by = nullable(Type.String(), 'Name; null: as the referral reports it');
const role = Type.Enum(['child', 'household_member', 'other_adult', 'source_of_harm']);

const address = Type.Object({
  lines: Type.Array(Type.String()),
  postcode: nullable(Type.String(), 'Null where it is not known'),
  uprn: nullable(Type.String(), 'Unique property reference number'),
});

const familyCase = Type.Object({
  id: uuid,
  reference: Type.String(),
  state: Type.Enum([...CASE_STATES]),
  receivedAt: instant('When its referral came'),
  decision: nullable(
    Type.Object({
      level: nullable(Type.Enum([...LEVELS]), 'Null for no further action'),
      pathway: Type.Enum([...PATHWAYS, 'no_further_action']),
      signed: Type.Boolean(),
    }),
    'Null before there is one',
  ),
});

const mention = Type.Object({
  id: uuid,
  referralId: uuid,
  agencyId: nullable(Type.String(), 'Who sent the referral'),
  receivedAt: instant('When the referral came'),
  role,
  belonging: Type.Enum(['reported', 'confirmed', 'likely'], { description: '`likely`: only the details say so' }),
  name: nullable(Type.String(), 'As that referral has it'),
});

const entry = {
  id: uuid,
  mentionId: uuid,
  recordedAt: instant('When it was said'),
  recordedBy: by,
  reason: nullable(Type.String(), 'Why it was recorded'),
  replaces: nullable(uuid, 'The entry that it corrects'),
  stands: Type.Boolean({ description: 'No later entry corrects it' }),
};

const relationship = Type.Object({
  ...entry,
  toId: nullable(uuid, 'To whom; null: to every child of the referral'),
  kind: Type.Enum([...RELATIONSHIP_KINDS]),
  parentalResponsibility: answer,
  livesInHousehold: answer,
});

const residence = Type.Object({
  ...entry,
  address: nullable(address, 'Null where it is not known, or not for you'),
  addressSecret: Type.Boolean({ description: 'For the front door’s eyes alone' }),
  since: day('Null where it is not known'),
  until: day('Null where they live there still, as far as anybody said'),
});

const consideration = Type.Object({
  outcome: Type.Enum([...CONSIDERATION_OUTCOMES]),
  reason: Type.String(),
  by: Type.String(),
  at: instant('When'),
});

const member = Type.Object({
  id: Type.String({ format: 'uuid', description: 'The mention by which the person is spoken of' }),
  part: Type.Enum(['child', 'sibling', 'other_child', 'adult']),
  belonging: Type.Enum(['reported', 'confirmed', 'likely']),
  name: nullable(Type.String(), 'Null where nobody said it'),
  dateOfBirth: day('Null where nobody said it'),
  expectedDeliveryDate: day('Of an unborn child'),
  allegedSourceOfHarm: Type.Boolean(),
  mentions: Type.Array(mention, { description: 'Newest first' }),
  relationships: Type.Array(relationship, { description: 'Oldest first' }),
  residences: Type.Array(residence, { description: 'Oldest first' }),
  cases: Type.Array(familyCase, { description: 'Their own, those that you may see' }),
  sibling: nullable(
    Type.Object({
      state: Type.Enum(['considered', 'decided', 'waiting'], {
        description: '`waiting`: a statutory decision about the child is not signed before somebody considers them',
      }),
      consideration: nullable(consideration, 'The latest'),
    }),
    'Of brothers and sisters',
  ),
});

export const familyResponse = Type.Object({
  members: Type.Array(member, { description: 'The child, brothers and sisters, other children, grown-ups' }),
  homes: Type.Array(
    Type.Object({
      residenceId: nullable(uuid, 'The entry that says where'),
      members: Type.Array(uuid),
    }),
    { description: 'Who lives together' },
  ),
  gaps: Type.Array(Type.Object({ code: Type.Enum([...FAMILY_GAPS]), members: Type.Array(uuid) }), {
    description: 'What nobody has said and somebody should ask',
  }),
  prompts: Type.Array(Type.Object({ member: uuid, caseId: uuid }), {
    description: 'Children to look at because a brother or sister needs protection',
  }),
});

const person = Type.Object({
  id: uuid,
  referralId: uuid,
  role,
  name: nullable(Type.String(), 'Null where it is not known'),
  otherNames: Type.Array(Type.String()),
  dateOfBirth: day('Null where it is not known'),
  expectedDeliveryDate: day('Of an unborn child'),
  sex: nullable(Type.Enum(['M', 'F', 'U']), 'Null where it is not known'),
  address: nullable(address, 'As the referral has it'),
  relationship: nullable(Type.String(), 'In the sender’s words'),
});

const verdict = Type.Object({
  id: uuid,
  verdict: Type.Enum(['same', 'different']),
  reason: Type.String(),
  by: Type.String(),
  at: instant('When'),
  undone: nullable(Type.Object({ by: Type.String(), at: instant('When'), reason: Type.String() }), 'Null: it stands'),
});

export const candidatesResponse = Type.Object({
  people: Type.Array(person, { description: 'Everybody in the referral of this case' }),
  pairs: Type.Array(
    Type.Object({
      mention: person,
      other: person,
      otherCases: Type.Array(familyCase, { description: 'Of the referral that mentions the other' }),
      candidate: nullable(
        Type.Object({
          score: Type.Number({ description: 'From 0 to 1' }),
          band: Type.Enum(['match', 'possible']),
          evidence: Type.Array(
            Type.Object({
              field: Type.String(),
              level: Type.String(),
              weight: Type.Number({ description: 'In bits, against strangers: above 0 it speaks for one person' }),
              besideRelatives: Type.Number({ description: 'The same against relatives' }),
              words: Type.String({ description: 'In words' }),
            }),
          ),
          modelVersion: Type.String(),
          foundAt: instant('When the engine compared them'),
        }),
        'Null where people spoke of two whom the engine had not found alike',
      ),
      verdicts: Type.Array(verdict, { description: 'Oldest first' }),
    }),
    { description: 'The likeliest first' },
  ),
});

export const recordedResponse = Type.Object({ id: uuid });

export type FamilyResponse = Static<typeof familyResponse>;
export type CandidatesResponse = Static<typeof candidatesResponse>;
export type RecordedResponse = Static<typeof recordedResponse>;
