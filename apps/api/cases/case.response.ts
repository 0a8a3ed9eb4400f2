import Type, { type Static, type TSchema } from 'typebox';
import { SIGN_OFF_OBSTACLES } from '#decisions';
import { CASE_STATES, LEVELS, PATHWAYS, URGENCIES } from '#domain';
import { attachmentResponse } from '../attachments/attachment.response.ts';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });
const texts = (description: string) => Type.Array(Type.String(), { description });

const outcome = Type.Object({
  level: Type.Enum([...LEVELS]),
  pathway: Type.Enum([...PATHWAYS]),
  urgency: Type.Enum([...URGENCIES]),
});

export const caseSummaryResponse = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    reference: Type.String(),
    child: Type.Object({
      name: nullable(Type.String(), 'Null when the child is not known by name'),
      dateOfBirth: nullable(Type.String({ format: 'date' }), 'Date of birth'),
    }),
    state: Type.Enum([...CASE_STATES]),
    queue: Type.String(),
    area: nullable(Type.String(), 'Area of the authority'),
    receivedAt: instant('When the referral was stored'),
    nextDueAt: nullable(Type.String({ format: 'date-time' }), 'The earliest moment at which a running clock is due'),
    overdue: Type.Boolean(),
    urgency: Type.Enum([...URGENCIES, 'not_triaged'], { description: '`not_triaged`: treat as urgent' }),
    proposed: nullable(outcome, 'What the rules propose; a person decides'),
    handoverWaiting: Type.Boolean({ description: 'Handed over by the emergency duty team, and not accepted yet' }),
    needsInformation: Type.Boolean({ description: 'Missing answers could still raise the proposal' }),
    first1001Days: Type.Boolean({ description: 'From conception to the second birthday' }),
    triageFailure: nullable(Type.String(), 'Why the rules could not propose'),
    claimedBy: nullable(
      Type.Object({ name: Type.String(), at: instant('Since when'), isMe: Type.Boolean() }),
      'Holder',
    ),
    restricted: Type.Boolean({ description: 'Hidden from everybody who is not named on it' }),
    version: Type.Integer({ description: 'The ETag, without quotes' }),
  },
  { description: 'One child’s case.' },
);

const explanationLine = Type.Object({
  ruleId: Type.String(),
  ruleVersion: Type.Optional(Type.Integer()),
  title: Type.String(),
  because: Type.String(),
  legalBasis: Type.Optional(Type.String()),
  result: Type.Enum(['true', 'false', 'unknown']),
  facts: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), value: Type.String() })),
});

const explanationResponse = Type.Object({
  summary: texts('In whole sentences'),
  lines: Type.Array(explanationLine, { description: 'Rules that hold, then rules still open' }),
  openQuestions: Type.Array(Type.Object({ factId: Type.String(), question: Type.String() })),
  nearMisses: Type.Array(explanationLine, { description: 'Rules one condition short of holding' }),
});

const prompt = Type.Object({ code: Type.String(), title: Type.String() });

const proposalResponse = Type.Object({
  ...outcome.properties,
  redLine: Type.Boolean(),
  couldBecome: nullable(outcome, 'What it could still become once the open questions are answered'),
  routes: Type.Array(prompt),
  actions: Type.Array(prompt),
  services: Type.Array(prompt),
  ruleSet: Type.Object({ id: Type.String(), version: Type.String(), hash: Type.String() }),
  evaluatedAt: instant('When the rules ran'),
});

const clockResponse = Type.Object({
  kind: Type.Enum(['decide_next_steps', 'urgency']),
  limit: Type.String({ description: 'In words' }),
  startedAt: instant('Start'),
  dueAt: instant('Due'),
  stoppedAt: nullable(Type.String({ format: 'date-time' }), 'Null while it runs'),
});

export const decisionResponse = Type.Object({
  id: Type.String({ format: 'uuid' }),
  level: nullable(Type.Enum([...LEVELS]), 'Null for no further action'),
  pathway: Type.Enum([...PATHWAYS, 'no_further_action']),
  urgency: Type.Enum([...URGENCIES]),
  confirmsProposal: Type.Boolean(),
  legalBasis: nullable(Type.String(), 'Legal basis'),
  rationale: Type.String(),
  overrideReason: nullable(Type.String(), 'Why it differs from the proposal'),
  decidedBy: Type.Object({ name: Type.String(), role: Type.String(), registration: nullable(Type.String(), 'Number') }),
  decidedAt: instant('When'),
  signOffReasons: texts('Why a second person must sign'),
  signOff: nullable(
    Type.Object({
      outcome: Type.Enum(['signed', 'returned']),
      reason: nullable(Type.String(), 'Reason of a return'),
      by: Type.String(),
      at: instant('When'),
    }),
    'The second person’s answer',
  ),
});

export const caseDetailResponse = Type.Object({
  ...caseSummaryResponse.properties,
  referral: Type.Object({
    reference: Type.String(),
    agencyId: Type.String(),
    bodySha256: Type.String(),
    document: Type.Object({}, { additionalProperties: true, description: 'The referral as received' }),
  }),
  attachments: Type.Array(attachmentResponse, { description: 'Files of the referral, in the order they came' }),
  proposal: nullable(proposalResponse, 'Null until the rules have run'),
  explanation: nullable(explanationResponse, 'Why the rules propose it'),
  clocks: Type.Array(clockResponse),
  decisions: Type.Array(decisionResponse, { description: 'Oldest first' }),
  enquiries: Type.Object(
    {
      open: Type.Integer({ description: 'Enquiries to agencies that nobody has answered' }),
      unread: Type.Integer({ description: 'Replies that nobody has read: they hold up a signature' }),
    },
    { description: 'What other agencies were asked' },
  ),
  availableActions: texts('What you can do with this case now'),
  signOffObstacles: Type.Array(Type.Object({ code: Type.Enum([...SIGN_OFF_OBSTACLES]), count: Type.Integer() }), {
    description: 'What a decision that awaits its signature still waits for: the code of the refusal, and how many',
  }),
});

export const caseExplanationResponse = Type.Object({
  ...explanationResponse.properties,
  language: Type.Enum(['en', 'cy']),
  untranslated: texts('Texts that stand in English because the rule set has no Welsh for them'),
  counterfactuals: Type.Array(
    Type.Object({
      sentence: Type.String(),
      changes: Type.Array(
        Type.Object({ factId: Type.String(), label: Type.String(), from: Type.String(), to: Type.String() }),
      ),
      becomes: outcome,
    }),
    { description: 'Smallest changes that would have given another proposal, each evaluated again' },
  ),
  ruleSet: Type.Object({ id: Type.String(), version: Type.String(), hash: Type.String() }),
});

export const worklistResponse = Type.Object({
  cases: Type.Array(caseSummaryResponse),
  next: nullable(Type.String(), 'Send as `cursor` for the next page'),
  asAt: instant('The moment "overdue" was judged at'),
});

export const auditResponse = Type.Object({
  events: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      sequence: Type.Integer(),
      occurredAt: instant('When'),
      action: Type.String(),
      actor: Type.Object({
        id: Type.String(),
        name: Type.String(),
        kind: Type.Enum(['person', 'partner_system', 'service']),
        role: nullable(Type.String(), 'Roles held'),
      }),
      fromState: nullable(Type.String(), 'State before'),
      toState: nullable(Type.String(), 'State after'),
      reason: nullable(Type.String(), 'Why'),
      ruleSetVersion: nullable(Type.String(), 'Rule set'),
      ruleSetHash: nullable(Type.String(), 'SHA-256 of its content'),
      correlationId: Type.String({ format: 'uuid' }),
      details: Type.Object({}, { additionalProperties: true }),
    }),
  ),
});

export type CaseSummaryResponse = Static<typeof caseSummaryResponse>;
export type CaseDetailResponse = Static<typeof caseDetailResponse>;
export type CaseExplanationResponse = Static<typeof caseExplanationResponse>;
export type WorklistResponse = Static<typeof worklistResponse>;
export type AuditResponse = Static<typeof auditResponse>;
export type DecisionResponse = Static<typeof decisionResponse>;
export type ProposalResponse = Static<typeof proposalResponse>;
export type ExplanationResponse = Static<typeof explanationResponse>;
