import type { Role } from '#domain';

/** Somebody of the invented front-door team, or of an agency that refers to it. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Queues that the person works in. */
  readonly teams: readonly string[];
  readonly registration?: string;
  readonly homePostcode?: string;
  /** Of somebody who refers: for whom. */
  readonly agency?: string;
}

const ALL_TEAMS = ['screening', 'information_and_advice', 'early_help_hub', 'assessment', 'child_protection_duty'];

/** Nobody here exists; every role is there, and two of those who must not sign for themselves. */
export const DEMO_STAFF: readonly DemoPerson[] = [
  {
    id: 'screener',
    name: 'Sam Sparrow',
    roles: ['screener'],
    teams: ['screening', 'information_and_advice', 'early_help_hub'],
    homePostcode: 'LK1 2AB',
  },
  {
    id: 'social-worker',
    name: 'Wren Whitethroat',
    roles: ['social_worker'],
    teams: ['screening', 'assessment', 'child_protection_duty'],
    registration: 'SW000001',
  },
  {
    id: 'social-worker-2',
    name: 'Robin Redpoll',
    roles: ['social_worker'],
    teams: ['screening', 'early_help_hub', 'assessment'],
    registration: 'SW000002',
  },
  { id: 'practitioner', name: 'Dot Dunlin', roles: ['practitioner'], teams: ['early_help_hub'] },
  { id: 'manager', name: 'Martin Merlin', roles: ['manager'], teams: ALL_TEAMS, registration: 'SW000003' },
  { id: 'manager-2', name: 'Linnet Lark', roles: ['manager'], teams: ALL_TEAMS, registration: 'SW000004' },
  { id: 'auditor', name: 'Avis Auk', roles: ['auditor'], teams: [] },
  { id: 'administrator', name: 'Ada Avocet', roles: ['administrator'], teams: [] },
];

/** People of partner agencies; two of one school, who see the same referrals. */
export const DEMO_REFERRERS: readonly DemoPerson[] = [
  referrer('teacher', 'Tess Tern', 'larkbridge-primary'),
  referrer('teacher-2', 'Tom Treecreeper', 'larkbridge-primary'),
  referrer('health-visitor', 'Hetty Heron', 'larkshire-health-visiting'),
  referrer('police-officer', 'Pat Pipit', 'larkshire-police'),
  referrer('housing-officer', 'Hal Harrier', 'harbour-housing'),
  {
    ...referrer('contact-centre', 'Connie Corncrake', 'larkshire-contact-centre'),
    roles: ['referrer', 'call_handler'],
  },
];

/** Signs in with a password alone, to show what that does not open. */
export const DEMO_ONE_FACTOR: DemoPerson = {
  id: 'one-factor',
  name: 'Finn Finch',
  roles: ['screener'],
  teams: ['screening'],
};

export const DEMO_AUTHORITY = 'larkshire';
/** Secret of the demonstration grant's client. Agencies and pages have none: they sign with a key. */
export const DEMO_SECRET = 'demo-secret';
/** Grant of the development issuer alone: a token for a demo person by name, so that a shell can sign in. */
export const DEMO_GRANT = 'urn:front-door:demo-sign-in';

function referrer(id: string, name: string, agency: string): DemoPerson {
  return { id, name, roles: ['referrer'], teams: [], agency };
}
