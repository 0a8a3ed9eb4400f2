import { type CaseState, type Role, ROLES } from '#domain';
import type { Action } from './actions.ts';

/**
 * What ties a person to a record: it came from their agency, it waits in the queue of a team of theirs, they hold it, or
 * it is merely their authority's. Closest first.
 */
export const RELATIONS = ['allocated', 'own_team', 'own_agency', 'own_authority'] as const;
export type Relation = (typeof RELATIONS)[number];

/** States of a case in which a grant holds. The life cycle says what a state allows; this says only who it is there for. */
export type States = 'any' | readonly CaseState[];

export interface Grant {
  readonly role: Role;
  readonly action: Action;
  readonly relation: Relation;
  readonly states: States;
}

interface Row {
  readonly roles: readonly Role[];
  readonly actions: readonly Action[];
  readonly relations: readonly Relation[];
  readonly states: States;
}

/** From where the front door hands a case over: before, it is none of the receiving team's business. */
const HANDED_OVER: readonly CaseState[] = ['routed', 'accepted', 'feedback_sent', 'closed'];
const FRONT_DOOR: readonly Role[] = ['screener', 'social_worker', 'manager'];
const READERS: readonly Role[] = [...FRONT_DOOR, 'auditor'];

/**
 * Who may do what, as data; whatever is not written here is refused. Deciding a threshold is for qualified social
 * workers and managers, signing off, and the rules, for managers (domain pack 4.2); a practitioner of a receiving team
 * takes a case or sends it back; administrators keep the service and see no child.
 */
const TABLE: readonly Row[] = [
  row(['referrer'], ['referral.submit', 'referral.read', 'attachment.add', 'webhook.manage'], ['own_agency']),
  // Whoever answers the telephone enters what a caller says, for the caller's agency, and reads no record.
  row(['call_handler', ...FRONT_DOOR], ['call.take'], ['own_authority']),
  row(READERS, ['referral.read', 'worklist.read', 'case.read', 'rule_set.read'], ['own_authority']),
  row(
    FRONT_DOOR,
    ['case.claim', 'case.release', 'case.move', 'record.break_glass', 'attachment.add'],
    ['own_authority'],
  ),
  row(['manager'], ['case.assign'], ['own_authority']),
  row(['screener', 'social_worker'], ['case.assign'], ['allocated']),
  row(FRONT_DOOR, ['case.hand_over', 'milestone.record', 'forecast.read'], ['own_authority']),
  row(['social_worker', 'manager'], ['case.decide', 'clock.pause'], ['own_authority']),
  row(FRONT_DOOR, ['information.add'], ['own_authority']),
  // What is passed on to a worker is read by them, or by a manager in their place.
  row(['screener', 'social_worker'], ['information.read'], ['allocated']),
  row(['practitioner'], ['information.read'], ['own_team', 'allocated'], HANDED_OVER),
  row(['manager'], ['information.read'], ['own_authority']),
  row(FRONT_DOOR, ['chronology.write'], ['own_authority']),
  row(['social_worker', 'manager'], ['chronology.export'], ['own_authority']),
  row(['manager', 'auditor'], ['audit.read', 'evidence.export', 'lower_list.read', 'access.read'], ['own_authority']),
  row(['manager'], ['decision.sign_off', 'case.restrict', 'break_glass.review', 'alert.handle'], ['own_authority']),
  row(['manager'], ['rule_set.edit', 'rule_set.approve', 'rule_set.activate'], ['own_authority']),
  row(['manager', 'auditor'], ['disposal.read'], ['own_authority']),
  row(['manager'], ['legal_hold.manage', 'disposal.request', 'disposal.approve'], ['own_authority']),
  row(['manager'], ['subject_access.export'], ['own_authority']),
  row(['practitioner'], ['worklist.read', 'case.read', 'milestone.record'], ['own_team', 'allocated'], HANDED_OVER),
  row(['practitioner'], ['case.move'], ['own_team', 'allocated'], ['routed']),
  row(['screener', 'social_worker'], ['access.read'], ['allocated']),
  row(['practitioner'], ['access.read'], ['allocated'], HANDED_OVER),
  row(ROLES, ['access.read_own', 'notice.manage_own'], ['own_authority']),
  row(FRONT_DOOR, ['family.record'], ['own_authority']),
  row(FRONT_DOOR, ['enquiry.send'], ['own_authority']),
  row(['social_worker', 'manager'], ['enquiry.override'], ['own_authority']),
  row(['manager'], ['enquiry.authorise'], ['own_authority']),
  row(READERS, ['enquiry.read'], ['own_authority']),
  row(['practitioner'], ['enquiry.read'], ['own_team', 'allocated'], HANDED_OVER),
  row(['referrer'], ['enquiry.answer', 'challenge.read', 'challenge.open', 'challenge.pursue'], ['own_agency']),
  row(READERS, ['challenge.read'], ['own_authority']),
  row(
    FRONT_DOOR,
    ['challenge.open', 'challenge.pursue', 'challenge.respond', 'family_review.record'],
    ['own_authority'],
  ),
  row(['manager'], ['challenge.decide', 'family_review.decide'], ['own_authority']),
  row(['manager', 'auditor'], ['quality.read'], ['own_authority']),
  row(['manager'], ['quality.draw', 'quality.close'], ['own_authority']),
  // A second opinion is of somebody who could have decided.
  row(['social_worker', 'manager'], ['quality.rate'], ['own_authority']),
];

export const POLICY: readonly Grant[] = TABLE.flatMap(({ roles, actions, relations, states }) =>
  roles.flatMap((role) =>
    actions.flatMap((action) => relations.map((relation): Grant => ({ role, action, relation, states }))),
  ),
);

/**
 * What nobody does about work they had a part in: their decision and a challenge to it, their override, their rule set,
 * their break-glass, an alert about them.
 */
export const SECOND_PERSON_ACTIONS: readonly Action[] = [
  'decision.sign_off',
  'rule_set.approve',
  'disposal.approve',
  'break_glass.review',
  'alert.handle',
  'enquiry.authorise',
  'challenge.decide',
  'family_review.decide',
  'quality.rate',
];

function row(
  roles: readonly Role[],
  actions: readonly Action[],
  relations: readonly Relation[],
  states: States = 'any',
): Row {
  return { roles, actions, relations, states };
}
