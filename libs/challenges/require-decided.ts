import { type Case, type DecisionId, DomainError, SETTLED_STATES } from '#domain';

/**
 * The decision in force that can be disagreed with.
 * @throws DomainError `action_not_available` while nothing is decided and signed.
 */
export function requireDecided({ state, currentDecisionId }: Case): DecisionId {
  const isDecided = SETTLED_STATES.includes(state) || state === 'bounced';
  if (isDecided && currentDecisionId !== null) return currentDecisionId;
  throw new DomainError('action_not_available', 'Nothing is decided yet that could be challenged.');
}
