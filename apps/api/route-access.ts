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
  'GET /api/v1/referrals/:reference/explanation': 'referral.read',
  'GET /api/v1/cases': 'worklist.read',
  'GET /api/v1/cases/:id': 'case.read',
  'POST /api/v1/cases/:id/claim': 'case.claim',
  'DELETE /api/v1/cases/:id/claim': 'case.release',
  'POST /api/v1/cases/:id/moves': 'case.move',
  'POST /api/v1/cases/:id/decision': 'case.decide',
  'POST /api/v1/cases/:id/sign-off': 'decision.sign_off',
  'GET /api/v1/cases/:id/audit': 'audit.read',
  'GET /api/v1/cases/:id/explanation': 'case.read',
  'GET /api/v1/schemas/rule-set': 'public',
  'GET /api/v1/authorities/:authority/threshold-document': 'public',
  'GET /api/v1/rule-sets': 'rule_set.read',
  'POST /api/v1/rule-sets': 'rule_set.edit',
  'POST /api/v1/rule-sets/imports': 'rule_set.edit',
  'GET /api/v1/rule-sets/in-force/export': 'rule_set.read',
  'GET /api/v1/rule-sets/:id': 'rule_set.read',
  'PATCH /api/v1/rule-sets/:id': 'rule_set.edit',
  'DELETE /api/v1/rule-sets/:id': 'rule_set.edit',
  'GET /api/v1/rule-sets/:id/export': 'rule_set.read',
  'GET /api/v1/rule-sets/:id/differences': 'rule_set.read',
  'PUT /api/v1/rule-sets/:id/rules/:ruleId': 'rule_set.edit',
  'DELETE /api/v1/rule-sets/:id/rules/:ruleId': 'rule_set.edit',
  'POST /api/v1/rule-sets/:id/trials': 'rule_set.read',
  'GET /api/v1/rule-sets/:id/jobs': 'rule_set.read',
  'POST /api/v1/rule-sets/:id/verifications': 'rule_set.edit',
  'POST /api/v1/rule-sets/:id/backtests': 'rule_set.edit',
  'GET /api/v1/rule-set-jobs/:job': 'rule_set.read',
  'POST /api/v1/rule-set-jobs/:job/cancellation': 'rule_set.edit',
  'POST /api/v1/rule-set-jobs/:job/resumption': 'rule_set.edit',
  'GET /api/v1/rule-set-jobs/:job/shared-report': 'rule_set.read',
  'GET /api/v1/rule-set-jobs/:job/lower': 'lower_list.read',
  'POST /api/v1/rule-sets/:id/approval': 'rule_set.approve',
  'POST /api/v1/rule-sets/:id/activations': 'rule_set.activate',
  'POST /api/v1/rule-set-activations/:activation/withdrawal': 'rule_set.activate',
};

/** What a request to this route needs; `null` for a route that nobody declared. */
export function accessOf(method: string, url: string): Action | 'public' | null {
  return ROUTE_ACCESS[`${method === 'HEAD' ? 'GET' : method} ${url}`] ?? null;
}
