import type { Actor, AgencyId, AuthorityId } from '#domain';
import type { Action } from './actions.ts';
import { POLICY, type Reach } from './policy.ts';

/** Whose record it is. */
export interface RecordScope {
  readonly authorityId: AuthorityId;
  readonly agencyId: AgencyId;
}

/** `hidden` is answered as "no such record", so that nobody learns that it exists. */
export type Verdict = 'allowed' | 'refused' | 'hidden';

/** Whether any of the actor's roles may do this at all, whichever record it turns out to be about. */
export function mayEver(actor: Actor, action: Action): boolean {
  return reachOf(actor, action) !== null;
}

/** Whether the actor may do this to that record. */
export function mayDo(actor: Actor, action: Action, record: RecordScope): Verdict {
  const reach = reachOf(actor, action);
  if (reach === null) return 'refused';
  if (record.authorityId !== actor.authorityId) return 'hidden';
  if (reach === 'own_agency' && record.agencyId !== actor.agencyId) return 'hidden';
  return 'allowed';
}

/** The widest reach that any of the actor's roles gives. */
export function reachOf(actor: Actor, action: Action): Reach | null {
  const reaches = actor.roles.map((role) => POLICY[role][action]);
  if (reaches.includes('own_authority')) return 'own_authority';
  return reaches.includes('own_agency') ? 'own_agency' : null;
}
