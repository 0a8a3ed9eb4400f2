import { mayDo } from '#access-policy';
import type { SeenCase } from '#case-access';
import type { Actor } from '#domain';
import type { FamilyCase } from '#history';

/** The case as the access log names it. */
export function seenCase(actor: Actor, other: FamilyCase): SeenCase {
  return { ...other, id: other.caseId, authorityId: actor.authorityId };
}

/** Whether somebody who may see a case may also see this other one of the family; restricted ones are not there at all. */
export function maySee(actor: Actor, { agencyId, queue, claimedBy, state }: FamilyCase): boolean {
  const { authorityId } = actor;
  return mayDo(actor, 'case.read', { authorityId, agencyId, queue, claimedBy, state }) === 'allowed';
}
