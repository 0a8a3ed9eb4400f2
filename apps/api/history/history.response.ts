import Type, { type Static, type TSchema } from 'typebox';
import { CASE_STATES, LEVELS, PATHWAYS, URGENCIES } from '#domain';
import { INFORMATION_SOURCES } from '#history';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });
const uuid = Type.String({ format: 'uuid' });
const level = nullable(Type.Enum([...LEVELS]), 'Level');
const count = (description: string) => Type.Integer({ minimum: 0, description });
const ended = Type.Object({
  level,
  pathway: Type.Enum([...PATHWAYS, 'no_further_action']),
  urgency: Type.Enum([...URGENCIES]),
  rationale: Type.String(),
  decidedBy: Type.String(),
  decidedAt: instant('When'),
});
const relatedBy = Type.Enum(['child', 'sibling', 'household', 'address', 'adult']);

export const historyResponse = Type.Object({
  counts: Type.Object(
    {
      contactsIn365Days: count('About the child'),
      contactsIn24Months: count('About the child'),
      siblingContactsIn365Days: count('About the child and their siblings'),
      householdContactsIn365Days: count('About the child, siblings and household'),
      addressContactsIn365Days: count('About the address'),
      adultContactsIn365Days: count('That name the same adults'),
      lowLevelContactsIn365Days: count('About the family, without a decision to help'),
      agenciesIn365Days: count('Different agencies'),
      domesticAbuseNoticesIn365Days: count('Notices of domestic abuse before this contact'),
      referredIn12Months: Type.Boolean({
        description: 'Taken for statutory help within twelve months, by the calendar',
      }),
      openCaseElsewhere: Type.Boolean({ description: 'Another case of the child is in a worker’s hands' }),
    },
    { description: 'Over the cases that you may see; contacts count this one' },
  ),
  cases: Type.Array(
    Type.Object({
      id: uuid,
      reference: Type.String(),
      receivedAt: instant('When'),
      agencyId: Type.String(),
      ties: Type.Array(Type.Object({ relatedBy, certainty: Type.Enum(['confirmed', 'match', 'exact_key']) }), {
        description: 'How it belongs to the family',
      }),
      state: Type.Enum([...CASE_STATES]),
      proposedLevel: level,
      domesticAbuse: Type.Boolean({ description: 'A notice of domestic abuse' }),
      decision: nullable(ended, 'The last signed decision and its reasons'),
    }),
    { description: 'Other cases of the family, the newest first' },
  ),
});

export const missedOpportunitiesResponse = Type.Object({
  missed: Type.Array(
    Type.Object({
      decisionId: Type.String({ format: 'uuid', description: 'The statutory decision that it was noted with' }),
      caseId: uuid,
      reference: Type.String(),
      receivedAt: instant('When'),
      agencyId: Type.String(),
      relatedBy,
      outcome: Type.Enum(['no_further_action', 'universal', 'early_help_closed']),
      proposedLevel: level,
      decidedLevel: level,
      rationale: nullable(Type.String(), 'Why it was decided so'),
      decidedAt: nullable(Type.String({ format: 'date-time' }), 'When'),
      knownThen: Type.Array(Type.String(), { description: 'Harms that were known when it was decided' }),
    }),
    { description: 'Earlier contacts that had ended without help, the newest first' },
  ),
});

export const informationEntryResponse = Type.Object({
  id: uuid,
  facts: Type.Object({}, { additionalProperties: true, description: 'Fact ids and what is known of them' }),
  note: nullable(Type.String(), 'In words'),
  source: Type.Enum([...INFORMATION_SOURCES]),
  learnedOn: Type.String({ format: 'date' }),
  recordedAt: instant('When it was recorded'),
  recordedBy: Type.String(),
  withdrawn: nullable(
    Type.Object({ by: Type.String(), at: instant('When'), reason: Type.String() }),
    'Null while it stands',
  ),
});

export const informationResponse = Type.Object({
  information: Type.Array(informationEntryResponse, { description: 'The oldest first' }),
});

export const informationPassedResponse = Type.Object({
  passed: Type.Array(
    Type.Object({
      id: uuid,
      from: Type.Object({
        caseId: uuid,
        reference: Type.String(),
        agencyId: Type.String(),
        receivedAt: instant('When'),
        urgency: nullable(Type.Enum([...URGENCIES]), 'Null until the rules have run'),
      }),
      worries: Type.String({ description: 'What was reported' }),
      present: Type.Array(Type.String(), { description: 'Ids of the indicators that were reported' }),
      sentAt: instant('When it was passed on'),
      dueAt: nullable(Type.String({ format: 'date-time' }), 'By when it is to be read'),
      read: nullable(Type.Object({ by: Type.String(), at: instant('When') }), 'Null until it is read'),
    }),
    { description: 'New contacts about the child, the newest first' },
  ),
});

export type HistoryResponse = Static<typeof historyResponse>;
export type MissedOpportunitiesResponse = Static<typeof missedOpportunitiesResponse>;
export type InformationEntryResponse = Static<typeof informationEntryResponse>;
export type InformationResponse = Static<typeof informationResponse>;
export type InformationPassedResponse = Static<typeof informationPassedResponse>;
