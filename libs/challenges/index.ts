/**
 * Disagreement with a decision: an agency's, from stage to stage until it is settled, and the review that a family asks
 * for. Source: domain pack 4.4.
 */
export { AcknowledgeComplaint } from './acknowledge-complaint.ts';
export {
  ASKING_WAYS,
  type AskingWay,
  type Challenge,
  CHALLENGE_GROUNDS,
  CHALLENGE_KINDS,
  CHALLENGE_OUTCOMES,
  CHALLENGE_STATES,
  type ChallengeGrounds,
  type ChallengeKind,
  type ChallengeOutcome,
  type ChallengeState,
  FAMILY_ASKERS,
  type FamilyAsker,
  REVIEW_GROUNDS,
  REVIEW_OUTCOMES,
  type ReviewGrounds,
  type ReviewOutcome,
} from './challenge.ts';
export { ChallengesModule } from './challenges.module.ts';
export { ChallengesOfRecord } from './challenges-of-record.ts';
export { DecideChallenge } from './decide-challenge.ts';
export { EndChallenge } from './end-challenge.ts';
export { EscalateChallenge } from './escalate-challenge.ts';
export { type ChallengePage, ListChallenges } from './list-challenges.ts';
export { OpenChallenge } from './open-challenge.ts';
export { type ChallengeTimeline, ReadChallenge } from './read-challenge.ts';
export { RequestFamilyReview } from './request-family-review.ts';
export { RespondToChallenge } from './respond-to-challenge.ts';
export { stageName, STAGES } from './stages.ts';
