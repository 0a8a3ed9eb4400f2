import { mayDo } from '#access-policy';
import type { SeenCase } from '#case-access';
import type { Actor, Case } from '#domain';
import { type FamilyCase, findFamilyCases } from '#history';
import type { RelatedCase } from '#people';
import type { Tx } from '#platform';

/** The case as the access log names it. */
export function seenCase(actor: Actor, other: FamilyCase): SeenCase {
  return { ...other, id: other.caseId, authorityId: actor.authorityId };
}

/** Whether somebody who may see a case may also see this other one of the family; restricted ones are not there at all. */
export function maySee(actor: Actor, { agencyId, queue, claimedBy, state }: FamilyCase): boolean {
  const { authorityId } = actor;
  return mayDo(actor, 'case.read', { authorityId, agencyId, queue, claimedBy, state }) === 'allowed';
}

/** The cases of the family that this person may see, the child's own among them; one for each tie, the newest first. */
export async function visibleFamily(
  tx: Tx,
  actor: Actor,
  found: Case,
  given?: readonly RelatedCase[],
): Promise<FamilyCase[]> {
  return (await findFamilyCases(tx, found, given)).filter((other) => maySee(actor, other));
}
