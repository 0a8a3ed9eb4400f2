import type { Role } from '#domain';
import { CASE_CODES_ENGLISH } from './cases/english.ts';
import { RECORD_CODES_ENGLISH } from './records/english.ts';

const ROLES: Readonly<Record<Role, string>> = {
  referrer: 'Referrer',
  call_handler: 'Call handler',
  screener: 'Screener',
  social_worker: 'Social worker',
  practitioner: 'Practitioner',
  manager: 'Manager',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

/** What the service's codes are called, once for every page. */
export const CODES_ENGLISH = { roles: ROLES, ...CASE_CODES_ENGLISH, ...RECORD_CODES_ENGLISH };
