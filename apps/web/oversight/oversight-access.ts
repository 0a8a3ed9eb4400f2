import type { PageNeeds } from '../page-access.ts';

const READ = { access: 'audit.read' } as const;
const DISPOSALS = { access: 'disposal.read' } as const;

/** What managers and auditors look over. */
export const OVERSIGHT_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /oversight': READ,
  'GET /oversight/overrides': READ,
  'GET /oversight/overrides/csv': READ,
  'GET /oversight/breaches': READ,
  'GET /oversight/breaches/csv': READ,
  'GET /forecast': { access: 'forecast.read' },
  'GET /access': READ,
  'GET /access/csv': READ,
  'GET /cases/:id/access': { access: 'access.read' },
  'GET /cases/:id/access/csv': { access: 'access.read' },
  'GET /alerts': { access: 'alert.handle' },
  'POST /alerts/:alert/note': { access: 'alert.handle', shownAt: '/alerts' },
  'GET /break-glass-reviews': { access: 'break_glass.review' },
  'POST /break-glass-reviews/:opening/review': { access: 'break_glass.review', shownAt: '/break-glass-reviews' },
  'GET /disposals': DISPOSALS,
  'POST /disposals': { access: 'disposal.request', shownAt: 'itself' },
  'GET /disposals/:disposal': DISPOSALS,
  'GET /disposals/:disposal/csv': DISPOSALS,
  'POST /disposals/:disposal/approval': { access: 'disposal.approve', shownAt: '/disposals/:disposal' },
  'GET /disposals/:disposal/certificate': DISPOSALS,
  'GET /disposals/:disposal/certificate/file': DISPOSALS,
  'GET /disposals/:disposal/keep/:referral': { access: 'disposal.request' },
  'POST /disposals/:disposal/keep/:referral': { access: 'disposal.request', shownAt: 'itself' },
  'GET /legal-holds': DISPOSALS,
  'GET /legal-holds/:reference': DISPOSALS,
  'POST /legal-holds/:reference': { access: 'legal_hold.manage', shownAt: 'itself' },
  'POST /legal-holds/:reference/:hold/lifting': { access: 'legal_hold.manage', shownAt: '/legal-holds/:reference' },
};
