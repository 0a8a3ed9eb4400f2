import Type, { type Static, type TSchema } from 'typebox';
import {
  ASKING_WAYS,
  CHALLENGE_KINDS,
  CHALLENGE_OUTCOMES,
  CHALLENGE_STATES,
  FAMILY_ASKERS,
  REVIEW_OUTCOMES,
  STAGES,
} from '#challenges';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });
const uuid = Type.String({ format: 'uuid' });

export const challengeResponse = Type.Object({
  id: uuid,
  caseReference: Type.String(),
  kind: Type.Enum([...CHALLENGE_KINDS]),
  agencyId: nullable(Type.String(), 'Null for a family’s review'),
  grounds: Type.String(),
  askedBy: nullable(Type.Enum([...FAMILY_ASKERS]), 'Who of the family asked'),
  askedHow: nullable(Type.Enum([...ASKING_WAYS]), 'How they asked'),
  complaint: nullable(
    Type.Object({
      acknowledgeBy: Type.String({ format: 'date' }),
      acknowledgedAt: nullable(Type.String({ format: 'date-time' }), 'Null while it is not'),
    }),
    'About the use of their data; null where there is none',
  ),
  stage: Type.Integer({ description: 'From 1' }),
  stageName: nullable(Type.Enum([...STAGES]), 'Null for a family’s review'),
  state: Type.Enum([...CHALLENGE_STATES]),
  outcome: nullable(Type.Enum([...CHALLENGE_OUTCOMES, ...REVIEW_OUTCOMES]), 'Null until it is decided'),
  openedBy: Type.String(),
  openedAt: instant('When'),
  dueAt: nullable(Type.String({ format: 'date-time' }), 'When the clock of the stage runs out; null while none runs'),
  closedAt: nullable(Type.String({ format: 'date-time' }), 'Null while it is open'),
});

export const challengesResponse = Type.Object({
  challenges: Type.Array(challengeResponse, { description: 'Newest first' }),
});

export const challengePageResponse = Type.Object({
  ...challengesResponse.properties,
  next: nullable(Type.String(), 'Send as `after` for the next page'),
});

export const challengeTimelineResponse = Type.Object({
  ...challengeResponse.properties,
  timeline: Type.Array(
    Type.Object({
      kind: Type.String(),
      stage: Type.Integer(),
      immediateRisk: Type.Boolean(),
      side: Type.Enum(['agency', 'family', 'front_door']),
      text: Type.String(),
      by: Type.Object({ name: Type.String(), role: Type.String() }),
      at: instant('When'),
    }),
    { description: 'In the order in which it was said; the same for both sides' },
  ),
});

export type ChallengeResponse = Static<typeof challengeResponse>;
export type ChallengesResponse = Static<typeof challengesResponse>;
export type ChallengePageResponse = Static<typeof challengePageResponse>;
export type ChallengeTimelineResponse = Static<typeof challengeTimelineResponse>;
