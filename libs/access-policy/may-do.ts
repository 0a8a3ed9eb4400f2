import type { Actor, AgencyId, AuthorityId, CaseState } from '#domain';
import type { Action } from './actions.ts';
import { type Grant, POLICY, type Relation, RELATIONS, SECOND_PERSON_ACTIONS } from './policy.ts';

/** What the policy asks of a record. Left out is unknown, and proves no relation and no state. */
export interface RecordScope {
  readonly authorityId: AuthorityId;
  readonly agencyId?: AgencyId | null;
  readonly queue?: string | null;
  /** Who holds the case. */
  readonly claimedBy?: string | null;
  readonly state?: CaseState | null;
  /** Who did the work that somebody else has to look at. */
  readonly workedOnBy?: readonly string[];
}

/** `hidden` is answered as "no such record", so that nobody learns that it exists. */
export type Verdict = 'allowed' | 'refused' | 'hidden';

/** Whether any of the actor's roles may do this at all, whichever record it turns out to be about. */
export function mayEver(actor: Actor, action: Action): boolean {
  return grantsOf(actor, action).length > 0;
}

/** Whether the actor may do this to that record: refused where they may see it, hidden where they may not. */
export function mayDo(actor: Actor, action: Action, record: RecordScope): Verdict {
  if (!mayEver(actor, action)) return 'refused';
  if (relationFor(actor, action, record) === null) {
    const isSeen = action !== 'case.read' && relationFor(actor, 'case.read', record) !== null;
    return isSeen ? 'refused' : 'hidden';
  }
  return isOwnWork(actor, action, record.workedOnBy ?? []) ? 'refused' : 'allowed';
}

/** Why the policy allows it: the closest relation; `null` where it does not. */
export function relationFor(actor: Actor, action: Action, record: RecordScope): Relation | null {
  if (record.authorityId !== actor.authorityId) return null;
  const ofUse = grantsOf(actor, action).filter(({ states }) => holdsIn(states, record.state ?? null));
  const close = RELATIONS.find(
    (relation) => ofUse.some((each) => each.relation === relation) && ties[relation](actor, record),
  );
  if (close !== 'own_authority') return close ?? null;
  // Whoever may act because the authority's records are open to them may stand closer to this one.
  return RELATIONS.find((relation) => ties[relation](actor, record)) ?? close;
}

/** Separation of duties: whether this needs somebody who had no part in the work. */
export function isOwnWork(actor: Actor, action: Action, workedOnBy: readonly string[]): boolean {
  return SECOND_PERSON_ACTIONS.includes(action) && workedOnBy.includes(actor.id);
}

/** Every grant of the action to one of the actor's roles: what a list shows follows from these. */
export function grantsOf(actor: Actor, action: Action): readonly Grant[] {
  return POLICY.filter((grant) => grant.action === action && actor.roles.includes(grant.role));
}

const ties: Readonly<Record<Relation, (actor: Actor, record: RecordScope) => boolean>> = {
  allocated: (actor, { claimedBy }) => claimedBy === actor.id,
  own_team: (actor, { queue }) => typeof queue === 'string' && actor.teams.includes(queue),
  own_agency: (actor, { agencyId }) => typeof agencyId === 'string' && agencyId === actor.agencyId,
  own_authority: () => true,
};

function holdsIn(states: Grant['states'], state: CaseState | null): boolean {
  return states === 'any' || (state !== null && states.includes(state));
}
