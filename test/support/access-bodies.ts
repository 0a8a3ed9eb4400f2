import { aReferral } from './referral-builder.ts';

/** A body for each route that wants one: right enough to get past the guard, and for nothing that is there. */
export const ACCESS_BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/referrals': aReferral(),
  'POST /api/v1/cases/:id/moves': { move: 'escalate', reason: 'Test.' },
  'POST /api/v1/cases/:id/decision': { kind: 'confirm', rationale: 'Test.' },
  'POST /api/v1/cases/:id/sign-off': { outcome: 'signed' },
  'POST /api/v1/referrals/:reference/restriction': { reasonCode: 'other', reason: 'Test.', people: ['nobody-known'] },
  'DELETE /api/v1/referrals/:reference/restriction': { reason: 'Test.' },
  'POST /api/v1/referrals/:reference/restriction/people': { personId: 'nobody-known', reason: 'Test.' },
  'DELETE /api/v1/referrals/:reference/restriction/people': { personId: 'nobody-known', reason: 'Test.' },
  'POST /api/v1/break-glass': { reference: 'FD-2222-2222', reason: 'A reason for the test.' },
  'POST /api/v1/break-glass/:id/review': { outcome: 'justified', note: 'Test.' },
  'POST /api/v1/alerts/:id/acknowledgement': { note: 'Test.' },
  'POST /api/v1/cases/:id/subject-access': { forWhom: 'child' },
  'POST /api/v1/referrals/:reference/legal-holds': {},
  'POST /api/v1/referrals/:reference/legal-holds/:hold/lifting': { reason: 'Test.' },
  'POST /api/v1/disposals/:disposal/records/:referral/keeping': { reason: 'Test.' },
  'PATCH /api/v1/rule-sets/:id': { title: 'Test' },
  'DELETE /api/v1/rule-sets/:id': { reason: 'Test.' },
  'PUT /api/v1/rule-sets/:id/rules/:ruleId': { id: 'ENG-B16' },
  'POST /api/v1/rule-sets/:id/trials': { facts: {} },
  'POST /api/v1/rule-sets/:id/approval': {},
  'POST /api/v1/rule-sets/:id/activations': { areas: ['*'], from: '2099-01-01' },
  'POST /api/v1/webhooks': { url: 'https://10.0.0.1/', events: ['case.signed'] },
  'PATCH /api/v1/webhooks/:webhook': { enabled: false },
};
