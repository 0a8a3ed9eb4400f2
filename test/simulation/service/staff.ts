import { type Actor, asId, type Role } from '#domain';
import { AUTHORITY } from './documents.ts';

const TEAMS = ['screening', 'information_and_advice', 'early_help_hub', 'assessment', 'child_protection_duty'];

function somebody(id: string, role: Role): Actor {
  return {
    id,
    kind: 'person',
    name: `Name of ${id}`,
    roles: [role],
    authorityId: asId(AUTHORITY),
    agencyId: null,
    teams: TEAMS,
    homePostcode: null,
    registration: `SW-${id}`,
  };
}

const SOCIAL_WORKERS = [somebody('social-worker', 'social_worker'), somebody('social-worker-2', 'social_worker')];
const MANAGERS = [somebody('manager', 'manager'), somebody('manager-2', 'manager')];

/** One of two, so that nobody has to sign their own decision. */
export function socialWorkerOf(which: number): Actor {
  return SOCIAL_WORKERS[which % 2] ?? SENDER;
}

/** One of two. */
export function managerOf(which: number): Actor {
  return MANAGERS[which % 2] ?? SENDER;
}

/** Whoever sends referrals by machine. */
export const SENDER: Actor = { ...somebody('sender', 'referrer'), kind: 'partner_system', teams: [] };
