import { grantsOf } from '#access-policy';
import { localDateOf } from '#deadlines';
import type { Actor } from '#domain';
import { mayShareWith } from '#nation-packs';

/** Whether the front door's own people ask, who need no agreement with anybody. */
export function readsForAuthority(actor: Actor): boolean {
  return grantsOf(actor, 'referral.read').some(({ relation }) => relation === 'own_authority');
}

/** Whether this has to be kept from a sender for want of a data-sharing agreement in force. */
export function isWithheldFrom(actor: Actor, purpose: 'outcome' | 'explanation', now: Date): boolean {
  if (readsForAuthority(actor)) return false;
  const agency = { authorityId: actor.authorityId, agencyId: actor.agencyId ?? '' };
  return !mayShareWith(agency, purpose, localDateOf(now.getTime()));
}
