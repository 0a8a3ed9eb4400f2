import type { Action } from '#access-policy';
import type { Role } from '#domain';

/**
 * What a role may do, in words of its own, so that the policy has something to be compared with that was not made from
 * it. A restricted record counts as not there unless it is open to the person; one of another authority always does.
 *
 * - `never`: refused, whatever the record.
 * - `agency`: what the own agency sent; hidden otherwise. Restriction hides nothing from the sender.
 * - `authority`: every record of the authority.
 * - `handed over`: cases of the own team or in one's own hands, from `routed` on; hidden otherwise.
 * - `handed over, routed`: the same, but only in that state; refused in later ones.
 * - `handed over, held` and `held`: only of cases in one's own hands; refused of others that the role may see.
 * - `authority, second`: every record, but refused where the work is one's own.
 */
export type Expected =
  | 'never'
  | 'agency'
  | 'authority'
  | 'handed over'
  | 'handed over, routed'
  | 'handed over, held'
  | 'held'
  | 'authority, second';

type Row = Readonly<Record<Role, Expected>>;

const NOBODY: Row = {
  referrer: 'never',
  call_handler: 'never',
  screener: 'never',
  social_worker: 'never',
  practitioner: 'never',
  manager: 'never',
  auditor: 'never',
  administrator: 'never',
};
const FRONT_DOOR: Row = { ...NOBODY, screener: 'authority', social_worker: 'authority', manager: 'authority' };
const READERS: Row = { ...FRONT_DOOR, auditor: 'authority' };
const MANAGER: Row = { ...NOBODY, manager: 'authority' };
const OVERSIGHT: Row = { ...MANAGER, auditor: 'authority' };
const EVERYBODY: Row = {
  ...READERS,
  referrer: 'authority',
  call_handler: 'authority',
  practitioner: 'authority',
  administrator: 'authority',
};

export const EXPECTED: Readonly<Record<Action, Row>> = {
  'referral.submit': { ...NOBODY, referrer: 'agency' },
  'referral.read': { ...READERS, referrer: 'agency' },
  'call.take': { ...FRONT_DOOR, call_handler: 'authority' },
  'worklist.read': { ...READERS, practitioner: 'handed over' },
  'case.read': { ...READERS, practitioner: 'handed over' },
  'case.claim': FRONT_DOOR,
  'case.release': FRONT_DOOR,
  'case.assign': { ...NOBODY, screener: 'held', social_worker: 'held', manager: 'authority' },
  'case.move': { ...FRONT_DOOR, practitioner: 'handed over, routed' },
  'case.hand_over': FRONT_DOOR,
  'milestone.record': { ...FRONT_DOOR, practitioner: 'handed over' },
  'clock.pause': { ...NOBODY, social_worker: 'authority', manager: 'authority' },
  'forecast.read': FRONT_DOOR,
  'case.decide': { ...NOBODY, social_worker: 'authority', manager: 'authority' },
  'decision.sign_off': { ...NOBODY, manager: 'authority, second' },
  'audit.read': OVERSIGHT,
  'evidence.export': OVERSIGHT,
  'access.read': { ...OVERSIGHT, screener: 'held', social_worker: 'held', practitioner: 'handed over, held' },
  'access.read_own': EVERYBODY,
  'notice.manage_own': EVERYBODY,
  'case.restrict': MANAGER,
  'record.break_glass': FRONT_DOOR,
  'break_glass.review': MANAGER,
  'alert.handle': MANAGER,
  'rule_set.read': READERS,
  'rule_set.edit': MANAGER,
  'rule_set.approve': MANAGER,
  'rule_set.activate': MANAGER,
  'lower_list.read': OVERSIGHT,
  'attachment.add': { ...FRONT_DOOR, referrer: 'agency' },
  'webhook.manage': { ...NOBODY, referrer: 'agency' },
  'legal_hold.manage': MANAGER,
  'disposal.read': OVERSIGHT,
  'disposal.request': MANAGER,
  'disposal.approve': MANAGER,
  'subject_access.export': MANAGER,
  'information.add': FRONT_DOOR,
  'information.read': { ...MANAGER, screener: 'held', social_worker: 'held', practitioner: 'handed over' },
  'chronology.write': FRONT_DOOR,
  'chronology.export': { ...NOBODY, social_worker: 'authority', manager: 'authority' },
  'family.record': FRONT_DOOR,
  'enquiry.send': FRONT_DOOR,
  'enquiry.override': { ...NOBODY, social_worker: 'authority', manager: 'authority' },
  'enquiry.authorise': MANAGER,
  'enquiry.read': { ...READERS, practitioner: 'handed over' },
  'enquiry.answer': { ...NOBODY, referrer: 'agency' },
  'challenge.read': { ...READERS, referrer: 'agency' },
  'challenge.open': { ...FRONT_DOOR, referrer: 'agency' },
  'challenge.pursue': { ...FRONT_DOOR, referrer: 'agency' },
  'challenge.respond': FRONT_DOOR,
  'challenge.decide': MANAGER,
  'family_review.record': FRONT_DOOR,
  'family_review.decide': MANAGER,
  'quality.read': OVERSIGHT,
  'quality.draw': MANAGER,
  'quality.rate': { ...NOBODY, social_worker: 'authority', manager: 'authority' },
  'quality.close': MANAGER,
};
