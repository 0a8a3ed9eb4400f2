import type { PageNeeds } from '../page-access.ts';

const LIMITED = { access: 'public', limit: 'public_forms' } as const satisfies PageNeeds;

/** Pages of families and young people, who have no account: a code, in a cookie for an hour, opens their own draft. */
export const SELF_REFERRAL_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /ask-for-help': { access: 'public' },
  'POST /ask-for-help/start': { ...LIMITED, shownAt: '/ask-for-help' },
  'POST /ask-for-help/resume': { ...LIMITED, shownAt: '/ask-for-help' },
  'GET /ask-for-help/code': { access: 'public' },
  'GET /ask-for-help/form/:page': { access: 'public' },
  'POST /ask-for-help/form/:page': { access: 'public', shownAt: 'itself', isLong: true },
  'GET /ask-for-help/form/check': { access: 'public' },
  'POST /ask-for-help/form/check': { ...LIMITED, shownAt: 'itself' },
  'GET /ask-for-help/sent': { access: 'public' },
  'POST /ask-for-help/leave': { access: 'public', shownAt: '/ask-for-help' },
};
