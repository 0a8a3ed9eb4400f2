import { type Action, mayDo, type RecordScope } from '#access-policy';
import { type Actor, DomainError } from '#domain';

/**
 * The record, once the policy lets this person do this to it.
 * @throws DomainError `not_found` where they may not know of it, `not_allowed` where they may see it.
 */
export function requireAllowed<Found extends RecordScope>(
  found: Found | null,
  actor: Actor,
  action: Action,
  what = 'case',
): Found {
  const verdict = found === null ? 'hidden' : mayDo(actor, action, found);
  if (found === null || verdict === 'hidden') {
    throw new DomainError('not_found', `There is no ${what} like this for you.`);
  }
  if (verdict === 'refused') throw new DomainError('not_allowed', 'Your role does not allow this.');
  return found;
}
