import type { AgencyId, AuthorityId } from './ids.ts';

export const ROLES = [
  'referrer',
  'call_handler',
  'screener',
  'social_worker',
  'practitioner',
  'manager',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that a person may use with one factor. Every other role, also one yet to come, needs a second: it reads records. */
export const SINGLE_FACTOR_ROLES: readonly Role[] = ['referrer'];

/** Who acts: a signed-in person or partner system, or the service itself. */
export interface Actor {
  readonly id: string;
  readonly kind: 'person' | 'partner_system' | 'service';
  readonly name: string;
  readonly roles: readonly Role[];
  readonly authorityId: AuthorityId;
  /** The partner agency that a referrer belongs to. */
  readonly agencyId: AgencyId | null;
  /** Teams of the front door or beyond it that the person works in: names of queues. */
  readonly teams: readonly string[];
  /** Where the person lives, if the issuer tells: only to notice look-ups of neighbours. */
  readonly homePostcode: string | null;
  /** Professional registration number, on file for social workers. */
  readonly registration: string | null;
}

/** The engine: it proposes, and has no role that could decide. */
export function engineActor(authorityId: AuthorityId): Actor {
  const name = 'Triage rules';
  const nowhere = { agencyId: null, teams: [], homePostcode: null };
  return { id: 'engine', kind: 'service', name, roles: [], authorityId, ...nowhere, registration: null };
}
