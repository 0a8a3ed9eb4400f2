import type { Role } from '#domain';

/** A member of the invented front-door team. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly registration?: string;
}

/** Nobody here exists; every role is there, and two of those who must not sign for themselves. */
export const DEMO_STAFF: readonly DemoPerson[] = [
  { id: 'screener', name: 'Sam Sparrow', roles: ['screener'] },
  { id: 'social-worker', name: 'Wren Whitethroat', roles: ['social_worker'], registration: 'SW000001' },
  { id: 'social-worker-2', name: 'Robin Redpoll', roles: ['social_worker'], registration: 'SW000002' },
  { id: 'manager', name: 'Martin Merlin', roles: ['manager'], registration: 'SW000003' },
  { id: 'manager-2', name: 'Linnet Lark', roles: ['manager'], registration: 'SW000004' },
  { id: 'auditor', name: 'Avis Auk', roles: ['auditor'] },
  { id: 'administrator', name: 'Ada Avocet', roles: ['administrator'] },
];

export const DEMO_AUTHORITY = 'larkshire';
export const DEMO_SECRET = 'demo-secret';
/** Grant of the development issuer alone: a token for a demo person by name, so that a shell can sign in. */
export const DEMO_GRANT = 'urn:front-door:demo-sign-in';
