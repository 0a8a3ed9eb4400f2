import type { Action } from '#access-policy';

/**
 * Every route with what it needs: one look tells who can reach what. The service does not start with a route that is
 * not in this table, and a route without an entry is refused.
 */
export const ROUTE_ACCESS: Readonly<Record<string, Action | 'public'>> = {
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /api/v1/schemas/referral': 'public',
  'POST /api/v1/referrals': 'referral.submit',
  'GET /api/v1/referrals': 'referral.read',
  'GET /api/v1/referrals/:reference': 'referral.read',
  'GET /api/v1/cases': 'worklist.read',
  'GET /api/v1/cases/:id': 'case.read',
  'POST /api/v1/cases/:id/claim': 'case.claim',
  'DELETE /api/v1/cases/:id/claim': 'case.release',
  'POST /api/v1/cases/:id/moves': 'case.move',
  'POST /api/v1/cases/:id/decision': 'case.decide',
  'POST /api/v1/cases/:id/sign-off': 'decision.sign_off',
  'GET /api/v1/cases/:id/audit': 'audit.read',
};

/** What a request to this route needs; `null` for a route that nobody declared. */
export function accessOf(method: string, url: string): Action | 'public' | null {
  return ROUTE_ACCESS[`${method === 'HEAD' ? 'GET' : method} ${url}`] ?? null;
}
