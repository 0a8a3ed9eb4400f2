import { mayEver } from '#access-policy';
import { type AgencyId, asId, DomainError } from '#domain';
import { agencyOf, type AuthorityPack } from '#nation-packs';
import type { Submission } from './submit-referral.ts';

/**
 * The agency that a referral is from. For another than their own only whoever may take calls enters one, and anybody
 * for families and young people.
 * @throws DomainError `not_allowed`.
 */
export function senderOf({ actor, channel, onBehalfOf }: Submission, pack: AuthorityPack): AgencyId {
  if (onBehalfOf === undefined) {
    if (actor.agencyId !== null) return actor.agencyId;
    throw new DomainError('not_allowed', 'Your sign-in names no partner agency, so a referral would have no sender.');
  }
  const agency = agencyOf(pack.id, onBehalfOf);
  const isCall = channel === 'telephone' && mayEver(actor, 'call.take');
  const isFamily = channel === 'self_referral' && agency?.type === 'family';
  if (agency !== null && (isCall || isFamily)) return asId<AgencyId>(agency.id);
  throw new DomainError('not_allowed', 'You may not send a referral for this agency.');
}
