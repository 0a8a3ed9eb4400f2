import type { PageNeeds } from '../page-access.ts';

const READ = { access: 'audit.read' } as const;

/** The audit of a case and the search over decisions. */
export const AUDIT_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cases/:id/audit': READ,
  'GET /cases/:id/audit/csv': READ,
  'GET /cases/:id/audit/evidence': { access: 'evidence.export' },
  'GET /cases/:id/audit/keys': READ,
  'GET /decisions': READ,
  'GET /decisions/csv': READ,
};
