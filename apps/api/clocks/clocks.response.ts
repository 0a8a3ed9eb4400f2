import Type, { type Static, type TSchema } from 'typebox';
import { BREACH_REASONS, MILESTONE_SOURCES } from '#clocks';
import { CLOCK_KINDS, MILESTONES } from '#domain';

const instant = (description: string) => Type.String({ format: 'date-time', description });
const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const moment = (description: string) => nullable(Type.String({ format: 'date-time' }), description);
const code = Type.Object({ code: Type.String(), title: Type.String() });

const clockResponse = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind: Type.Enum([...CLOCK_KINDS]),
  title: Type.String(),
  subjectId: nullable(Type.String({ format: 'uuid' }), 'The enquiry, challenge or other thing it is about'),
  stage: nullable(Type.Integer(), 'Of a challenge'),
  law: nullable(Type.String(), 'The clock of the nation pack that it runs by'),
  source: nullable(Type.String(), 'Where its limit comes from'),
  verified: Type.Boolean({ description: 'Whether a public source gives the limit' }),
  limit: Type.String({ description: 'In words' }),
  startedAt: instant('Start'),
  dueAt: instant('Due; while it is paused, as it was before'),
  stoppedAt: moment('Null while it runs'),
  pausedAt: moment('Null unless it stands still now'),
  state: Type.Enum(['running', 'paused', 'overdue', 'met', 'late', 'replaced']),
  byMinutes: Type.Integer({ description: 'Left, or in hand when it was met; late or overdue by' }),
  mayBePausedFor: Type.Array(code, { description: 'Empty where the law does not let it stand still' }),
  pauses: Type.Array(
    Type.Object({
      reason: Type.String(),
      note: nullable(Type.String(), 'What was said about it'),
      from: instant('From'),
      to: moment('Null while it stands still'),
      by: Type.String(),
    }),
  ),
  escalations: Type.Array(
    Type.Object({
      stage: Type.String(),
      dueAt: instant('When it was due'),
      takenAt: instant('When it was taken'),
      told: Type.Array(Type.String()),
    }),
    { description: 'Steps that were taken' },
  ),
  breachReason: nullable(
    Type.Object({
      reason: Type.Enum([...BREACH_REASONS]),
      note: nullable(Type.String(), 'What was said about it'),
      by: Type.String(),
      at: instant('When it was given'),
    }),
    'Why it ran out',
  ),
});

export const clocksResponse = Type.Object({
  clocks: Type.Array(clockResponse, { description: 'In the order in which they started' }),
  milestones: Type.Array(
    Type.Object({
      milestone: Type.Enum([...MILESTONES]),
      happenedAt: instant('When it happened'),
      source: Type.Enum([...MILESTONE_SOURCES]),
      by: Type.String(),
      recordedAt: instant('When it was recorded'),
    }),
  ),
  handovers: Type.Array(
    Type.Object({
      actions: Type.String(),
      by: Type.String(),
      at: instant('When it was made'),
      acceptedBy: nullable(Type.String(), 'Null while it waits'),
      acceptedAt: moment('Null while it waits'),
    }),
  ),
});

const dayResponse = Type.Object({
  date: Type.String({ format: 'date' }),
  until: instant('Close of business'),
  expected: Type.Number({ description: 'Breaches expected' }),
  interval80: Type.Object({ low: Type.Integer(), high: Type.Integer() }),
  chanceOfAny: Type.Number({ description: 'From 0 to 1' }),
  byQueue: Type.Array(Type.Object({ queue: Type.String(), expected: Type.Number() }), { description: 'Most first' }),
});

export const forecastResponse = Type.Object({
  asAt: instant('When it was made'),
  waiting: Type.Integer({ description: 'Open cases that you may see' }),
  overdueNow: Type.Integer({ description: 'Those of them that have run out already' }),
  pace: Type.Object({ decisions: Type.Integer(), workingHours: Type.Number(), since: instant('Counted from') }),
  today: dayResponse,
  nextWorkingDay: dayResponse,
  warns: Type.Boolean({ description: 'A breach is more likely than not' }),
  assumptions: Type.Array(Type.String(), { description: 'What the forecast takes for granted' }),
});

export type ClocksResponse = Static<typeof clocksResponse>;
export type ClockResponse = Static<typeof clockResponse>;
export type ForecastResponse = Static<typeof forecastResponse>;
