export { engineActor, ROLES, SINGLE_FACTOR_ROLES, type Actor, type Role } from './actor.ts';
export type { Answer } from './answer.ts';
export {
  actionsOpenTo,
  CASE_ACTIONS,
  stateAfter,
  TRANSITIONS,
  type CaseAction,
  type Transition,
} from './case-life-cycle.ts';
export { CASE_STATES, SETTLED_STATES, type CaseState } from './case-state.ts';
export type { Case } from './case.ts';
export type { Address, ChildIdentifiers, ChildInReferral, VoiceOfChild } from './child-in-referral.ts';
export { CLOCK_EVENTS, type ClockEvent, MILESTONES, type Milestone } from './clock-event.ts';
export { CLOCK_KINDS, type ClockKind } from './clock-kind.ts';
export type { Clock } from './clock.ts';
export type { CombinedOutcome } from './combined-outcome.ts';
export type { DecidedPathway, Decision, SignOffReason } from './decision.ts';
export { DomainError, type Fault } from './domain-error.ts';
export { ERROR_CATALOGUE, type ErrorCode } from './error-codes.ts';
export { known, unknown, type Fact, type Facts, type FactValue, type UnknownReason } from './fact.ts';
export {
  asId,
  type AgencyId,
  type AuthorityId,
  type CaseId,
  type DecisionId,
  type OutboxMessageId,
  type ReferralId,
  type TriageRunId,
} from './ids.ts';
export { checkIdentifiers, isChiNumber, isHcNumber, isNhsNumber, type Flag } from './identifiers/check-identifiers.ts';
export { compactNumber } from './identifiers/mod-11.ts';
export { isUpn } from './identifiers/upn.ts';
export type { IndicatorAnswer, IndicatorReport } from './indicator.ts';
export { LANES, type Lane } from './lane.ts';
export { type Language, LANGUAGES } from './language.ts';
export {
  higherLevel,
  higherUrgency,
  LEVELS,
  levelRank,
  type Level,
  type Pathway,
  pathwayOf,
  PATHWAYS,
  URGENCIES,
  urgencyRank,
  type Urgency,
} from './level.ts';
export { NATIONS, type Nation } from './nation.ts';
export type {
  Agreement,
  AttachmentMetadata,
  DomesticAbuse,
  ReferralDocument,
  ReportedHistory,
  SafetyGate,
} from './referral-document.ts';
export type { AdultFactor, Household, HouseholdPerson, Referrer, Worries } from './referral-people.ts';
export { reviewReferral } from './review-referral.ts';
