import Type, { type Static, type TSchema } from 'typebox';
import { LEVELS, URGENCIES } from '#domain';
import { RULE_SET_STAGES } from '#rule-sets';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });

const jobSummary = Type.Object({
  id: Type.String({ format: 'uuid' }),
  state: Type.Enum(['queued', 'running', 'cancelled', 'done', 'failed']),
  outcome: nullable(Type.Enum(['safe', 'unsafe', 'even', 'uneven']), 'uneven: an approval needs a justification'),
  finishedAt: nullable(Type.String({ format: 'date-time' }), 'When it ended'),
});

export const ruleSetResponse = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    ruleSetId: Type.String(),
    label: Type.String(),
    title: Type.String(),
    hash: Type.String({ description: 'SHA-256 of the content as canonical JSON (RFC 8785)' }),
    stage: Type.Enum([...RULE_SET_STAGES]),
    origin: Type.Enum(['copied', 'imported']),
    basedOnHash: nullable(Type.String(), 'What it was copied from, or was in force when it was imported'),
    changeNote: Type.String(),
    author: Type.String(),
    createdAt: instant('When the draft began'),
    changedAt: instant('When it last changed'),
    verification: nullable(jobSummary, 'Latest finished one of the content as it stands'),
    backtest: nullable(jobSummary, 'Latest finished one of the content as it stands'),
    approval: nullable(
      Type.Object({ by: Type.String(), at: instant('When'), justification: nullable(Type.String(), 'Justification') }),
      'By a second person',
    ),
    activations: Type.Array(
      Type.Object({
        id: Type.String({ format: 'uuid' }),
        area: Type.String({ description: '`*`: the whole authority' }),
        from: Type.String({ format: 'date' }),
        by: Type.String(),
        withdrawn: nullable(
          Type.Object({ by: Type.String(), at: instant('When'), reason: Type.String() }),
          'Rolled back',
        ),
      }),
    ),
    inForceIn: Type.Array(Type.String(), { description: 'Areas, `*` where the area is not known' }),
    version: Type.Integer({ description: 'The ETag, without quotes' }),
  },
  { description: 'One of the authority’s own rule sets.' },
);

export const ruleSetDetailResponse = Type.Object({
  ...ruleSetResponse.properties,
  content: Type.Object({}, { additionalProperties: true, description: 'The rule set (see /api/v1/schemas/rule-set)' }),
});

export const ruleSetListResponse = Type.Object({
  ruleSets: Type.Array(ruleSetResponse),
  inForce: Type.Array(
    Type.Object({
      area: Type.String({ description: '`*`: where the area is not known' }),
      ruleSetId: Type.String(),
      label: Type.String(),
      hash: Type.String(),
      versionId: nullable(Type.String({ format: 'uuid' }), 'Null for the rule set that came with the service'),
      since: nullable(Type.String({ format: 'date' }), 'First day'),
    }),
  ),
});

export const jobResponse = Type.Object({
  ...jobSummary.properties,
  kind: Type.Enum(['verify', 'backtest']),
  ruleSetVersionId: Type.String({ format: 'uuid' }),
  hash: Type.String({ description: 'The content it is about' }),
  processed: Type.Integer(),
  total: nullable(Type.Integer(), 'Null until counted'),
  requestedBy: Type.String(),
  requestedAt: instant('When'),
  failure: nullable(Type.String(), 'Why it failed'),
  result: nullable(Type.Object({}, { additionalProperties: true }), 'Findings or report, once done'),
});

export const jobListResponse = Type.Object({ jobs: Type.Array(jobResponse) });

const height = Type.Object({ level: Type.Enum([...LEVELS]), urgency: Type.Enum([...URGENCIES]) });

export const lowerListResponse = Type.Object({
  total: Type.Integer(),
  cases: Type.Array(
    Type.Object({
      caseId: Type.String({ format: 'uuid' }),
      reference: Type.String(),
      area: nullable(Type.String(), 'Area'),
      receivedAt: instant('When the referral was stored'),
      from: height,
      to: height,
    }),
  ),
  next: nullable(Type.String({ format: 'uuid' }), 'Send as `after` for the next page'),
});

export const looseResponse = (description: string) => Type.Object({}, { additionalProperties: true, description });

export type RuleSetResponse = Static<typeof ruleSetResponse>;
export type RuleSetDetailResponse = Static<typeof ruleSetDetailResponse>;
export type RuleSetListResponse = Static<typeof ruleSetListResponse>;
export type JobResponse = Static<typeof jobResponse>;
export type LowerListResponse = Static<typeof lowerListResponse>;
