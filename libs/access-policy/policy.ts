import type { Role } from '#domain';
import type { Action } from './actions.ts';

/** How far a permission reaches: the own agency's records, or every record of the own authority. */
export type Reach = 'own_agency' | 'own_authority';

type Permissions = Partial<Readonly<Record<Action, Reach>>>;

const READ: Permissions = {
  'referral.read': 'own_authority',
  'worklist.read': 'own_authority',
  'case.read': 'own_authority',
  'rule_set.read': 'own_authority',
};
const SCREEN: Permissions = {
  ...READ,
  'case.claim': 'own_authority',
  'case.release': 'own_authority',
  'case.move': 'own_authority',
};
const DECIDE: Permissions = { ...SCREEN, 'case.decide': 'own_authority' };

/**
 * Who may do what, as data; whatever is not written here is refused. Deciding a threshold is for qualified social
 * workers and managers, signing off, and the rules, for managers (domain pack 4.2); administrators keep the service and see no child.
 */
export const POLICY: Readonly<Record<Role, Permissions>> = {
  referrer: { 'referral.submit': 'own_agency', 'referral.read': 'own_agency' },
  screener: SCREEN,
  social_worker: DECIDE,
  manager: {
    ...DECIDE,
    'decision.sign_off': 'own_authority',
    'audit.read': 'own_authority',
    'rule_set.edit': 'own_authority',
    'rule_set.approve': 'own_authority',
    'rule_set.activate': 'own_authority',
    'lower_list.read': 'own_authority',
  },
  auditor: { ...READ, 'audit.read': 'own_authority', 'lower_list.read': 'own_authority' },
  administrator: {},
};
