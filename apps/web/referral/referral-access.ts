import type { PageNeeds } from '../page-access.ts';

/**
 * Pages of the referral form. Saving needs no session but the draft's own key, which the page carries: it saves and does
 * nothing else, so that nothing typed is lost when the session is over.
 */
export const REFERRAL_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /referrals/new': { access: 'referral.submit' },
  'POST /referrals/new': { access: 'referral.submit', shownAt: 'itself' },
  'GET /referrals/drafts/:draft/:page': { access: 'referral.submit' },
  'POST /referrals/drafts/:draft/:page': { access: 'public', shownAt: 'itself', isLong: true },
  'POST /referrals/drafts/:draft/autosave': {
    access: 'public',
    shownAt: '/referrals/drafts/:draft/check',
    isLong: true,
  },
  'GET /referrals/drafts/:draft/check': { access: 'referral.submit' },
  'POST /referrals/drafts/:draft/check': { access: 'referral.submit', shownAt: 'itself' },
  'GET /referrals/drafts/:draft/abandon': { access: 'referral.submit' },
  'POST /referrals/drafts/:draft/abandon': { access: 'referral.submit', shownAt: 'itself' },
  'GET /referrals/:reference/receipt': { access: 'referral.read' },
};
