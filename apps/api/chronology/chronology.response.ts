import Type, { type Static, type TSchema } from 'typebox';
import { CHRONOLOGY_CATEGORIES, DATE_PRECISIONS, ENTRY_RELATIONS } from '#chronology';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const text = (description: string) => nullable(Type.String(), description);
const instant = (description: string) => Type.String({ format: 'date-time', description });

const analysis = Type.Object({
  version: Type.Integer({ description: 'Send the newest as If-Match to write the next; "0" where there is none' }),
  note: Type.String(),
  by: Type.Object({ name: Type.String(), role: Type.String() }),
  at: instant('When it was written'),
});

const child = Type.Object({
  caseId: Type.String({ format: 'uuid' }),
  reference: Type.String(),
  name: text('Null when the child is not known by name'),
  relation: Type.Enum([...ENTRY_RELATIONS], { description: '`child`: another case of the same child' }),
  certainty: Type.Enum(['confirmed', 'match', 'exact_key'], {
    description: 'How sure it is that they belong together',
  }),
  age: Type.String({ description: 'At the event, in words; "-12 weeks" before birth' }),
});

const entry = Type.Object(
  {
    id: Type.String({ description: 'The same at every reading' }),
    category: Type.Enum([...CHRONOLOGY_CATEGORIES]),
    categoryTitle: Type.String(),
    date: nullable(
      Type.Object({
        day: Type.String({ format: 'date', description: 'The first day it may have happened on' }),
        precision: Type.Enum([...DATE_PRECISIONS]),
        at: nullable(Type.String({ format: 'date-time' }), 'The moment, where there was one'),
      }),
      'Null where nobody could tell the day: it stands where it was recorded',
    ),
    dateInWords: Type.String(),
    recordedAt: instant('When it was recorded'),
    recordedAfterDays: nullable(Type.Integer(), 'Days after the event'),
    recordedLate: Type.Boolean({ description: 'What was decided in between was decided without it' }),
    late: text('The same in words'),
    title: Type.String(),
    text: text('In the words of whoever wrote it'),
    source: Type.Object({
      agency: text('Name of the agency'),
      person: text('Who told or did it'),
      role: text('In which role'),
    }),
    recordedBy: text('Who entered what somebody else told'),
    children: Type.Array(child, { description: 'The children it is about' }),
    correction: nullable(
      Type.Object({
        corrects: text('Id of the entry that this one corrects'),
        correctedBy: text('Id of the entry that corrected this one: it counts no more'),
        label: Type.String(),
        reason: text('Why'),
      }),
      'Null for an entry as it was first written',
    ),
    link: text('The record it comes from'),
  },
  { description: 'One thing that happened.' },
);

export const chronologyResponse = Type.Object({
  case: Type.Object({ id: Type.String({ format: 'uuid' }), reference: Type.String(), childName: text('Name') }),
  entries: Type.Array(entry),
  total: Type.Integer({ description: 'Entries on all pages' }),
  next: nullable(Type.String(), 'Send as `cursor` for the next page'),
  lateAfterDays: Type.Integer({ description: 'From how many days on an entry counts as recorded late' }),
  casesLeftOut: Type.Integer({ description: 'Older cases beyond the most that one chronology takes in' }),
  analyses: Type.Array(analysis, { description: 'What people made of it, newest first' }),
});

export const chronologyEventResponse = Type.Object({
  id: Type.String({ description: 'As the chronology shows it' }),
  recordedAt: instant('When it was recorded'),
});

export const analysisResponse = analysis;

export type ChronologyResponse = Static<typeof chronologyResponse>;
export type ChronologyEventResponse = Static<typeof chronologyEventResponse>;
export type AnalysisResponse = Static<typeof analysis>;
