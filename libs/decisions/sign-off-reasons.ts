import { type DecidedPathway, type Level, levelRank, type SignOffReason, type Urgency, urgencyRank } from '#domain';

export interface Outcome {
  readonly level: Level | null;
  readonly pathway: DecidedPathway;
  readonly urgency: Urgency;
}

/** What the decision is measured against: the proposal, and what the case already stood at. */
export interface Standing {
  readonly proposedLevel: Level | null;
  readonly proposedUrgency: Urgency | null;
  readonly urgency: Urgency | null;
  readonly hasPriorContacts: boolean;
  /** The rules ask for a manager's review before it ends without help, or may. */
  readonly mustBeReviewed: boolean;
}

/**
 * Why a second person must sign: every statutory outcome, every lowering, every "no further action" about a child with
 * earlier contacts (domain pack 4.2), and every end without help where contacts add up (4.4). Unknown is not low: a decision before any proposal lowers nothing, but an ending
 * without help always counts as below a proposal of help.
 */
export function signOffReasonsFor(outcome: Outcome, standing: Standing): SignOffReason[] {
  const reasons: SignOffReason[] = [];
  if (outcome.pathway === 'statutory') reasons.push('statutory_outcome');
  if (lowersLevel(outcome, standing) || lowersUrgency(outcome, standing)) reasons.push('lower_than_proposed');
  if (outcome.pathway === 'no_further_action' && standing.hasPriorContacts) {
    reasons.push('no_further_action_with_history');
  }
  const isWithoutHelp = outcome.pathway === 'no_further_action' || outcome.pathway === 'universal';
  if (isWithoutHelp && standing.mustBeReviewed) reasons.push('accumulation_without_help');
  return reasons;
}

function lowersLevel(outcome: Outcome, { proposedLevel }: Standing): boolean {
  if (proposedLevel === null) return false;
  const decided = outcome.level === null ? -1 : levelRank(outcome.level);
  const isNothingBelowUniversal = outcome.level === null && proposedLevel === 'universal';
  return decided < levelRank(proposedLevel) && !isNothingBelowUniversal;
}

function lowersUrgency(outcome: Outcome, { proposedUrgency, urgency }: Standing): boolean {
  const decided = urgencyRank(outcome.urgency);
  return [proposedUrgency, urgency].some((standing) => standing !== null && decided < urgencyRank(standing));
}
