import { type Action, mayDo } from '#access-policy';
import { actionsOpenTo, type Actor, type Case, type CaseAction } from '#domain';

/** What each step of the life cycle needs by the access policy; every other step is a move. */
const PERMISSIONS: Partial<Record<CaseAction, Action>> = {
  claim: 'case.claim',
  decide: 'case.decide',
  sign: 'decision.sign_off',
  return: 'decision.sign_off',
};

/** Steps for the person who holds the case alone, so that two people never work one child unawares. */
const FOR_HOLDER: readonly CaseAction[] = ['gather_information', 'resume', 'hold_for_police'];

export type OfferedAction = CaseAction | 'release';

/** The permission that a step of the life cycle needs. */
export function permissionFor(step: CaseAction): Action {
  return PERMISSIONS[step] ?? 'case.move';
}

/** What this person can do with this case now. The page and the API offer nothing that would be refused. */
export function availableActions(found: Case, actor: Actor, decidedBy: string | null): OfferedAction[] {
  const steps = actionsOpenTo(found.state, 'person').filter(
    (step) => step !== 'claim' && mayTake(step, found, actor, decidedBy),
  );
  return [
    ...(canClaim(found, actor) ? ['claim' as const] : []),
    ...(canRelease(found, actor) ? ['release' as const] : []),
    ...steps,
  ];
}

/** Claiming a case that is already under consideration changes hands and not its state. */
export function canClaim(found: Case, actor: Actor): boolean {
  return isWorkable(found) && found.claimedBy === null && mayDo(actor, 'case.claim', found) === 'allowed';
}

/** Whether there is anything left for a holder to do. */
export function isWorkable({ state }: Case): boolean {
  const open = actionsOpenTo(state, 'person');
  return open.includes('claim') || open.includes('decide');
}

/** The holder may let go, and a manager may free a case whose holder cannot. */
export function canRelease(found: Case, actor: Actor): boolean {
  if (found.claimedBy === null || mayDo(actor, 'case.release', found) !== 'allowed') return false;
  return found.claimedBy === actor.id || actor.roles.includes('manager');
}

export function mayTake(step: CaseAction, found: Case, actor: Actor, decidedBy: string | null): boolean {
  const workedOnBy = decidedBy === null ? [] : [decidedBy];
  if (mayDo(actor, permissionFor(step), { ...found, workedOnBy }) !== 'allowed') return false;
  if (step === 'decide') return found.claimedBy === null || found.claimedBy === actor.id;
  return !FOR_HOLDER.includes(step) || found.claimedBy === actor.id;
}
