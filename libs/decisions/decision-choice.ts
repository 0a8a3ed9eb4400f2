import { type Case, type DecidedPathway, DomainError, type Level, pathwayOf, type Urgency } from '#domain';
import type { Outcome } from './sign-off-reasons.ts';

/** What a person chooses: the proposal as it stands, or something else and why. */
export type Choice = {
  readonly rationale: string;
  readonly legalBasis: string | null;
} & (
  | { readonly kind: 'confirm' }
  | {
      readonly kind: 'differ';
      readonly outcome: Level | 'no_further_action';
      readonly urgency: Urgency;
      readonly overrideReason: string;
    }
);

/** @throws DomainError when there is no proposal to confirm, or when "differing" says the same as the proposal. */
export function outcomeOf(choice: Choice, found: Case): Outcome {
  switch (choice.kind) {
    case 'confirm':
      return confirmed(found);
    case 'differ':
      return different(choice.outcome, choice.urgency, found);
  }
}

function confirmed({ proposedLevel, proposedUrgency }: Case): Outcome {
  if (proposedLevel === null || proposedUrgency === null) {
    throw new DomainError(
      'action_not_available',
      'The rules have not proposed anything yet: decide on your own grounds.',
    );
  }
  return { level: proposedLevel, pathway: pathwayOf(proposedLevel), urgency: proposedUrgency };
}

function different(outcome: Level | 'no_further_action', urgency: Urgency, found: Case): Outcome {
  const level = outcome === 'no_further_action' ? null : outcome;
  const pathway: DecidedPathway = level === null ? 'no_further_action' : pathwayOf(level);
  if (level === found.proposedLevel && urgency === found.proposedUrgency) {
    throw new DomainError('validation_failed', 'This is what the rules propose: confirm it.', [
      { pointer: '/kind', message: 'Must be "confirm" for the outcome that was proposed.' },
    ]);
  }
  return { level, pathway, urgency };
}
