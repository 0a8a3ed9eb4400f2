import type { PageNeeds } from '../page-access.ts';

/** Pages of a partner agency's people. */
export const PARTNER_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /referrals': { access: 'referral.submit' },
  'GET /referrals/:reference': { access: 'referral.submit' },
  'GET /referrals/:reference/more': { access: 'attachment.add' },
  'POST /referrals/:reference/more': { access: 'attachment.add', shownAt: 'itself', isLong: true },
  'POST /referrals/:reference/files': { access: 'attachment.add', shownAt: '/referrals/:reference/more', upload: true },
  'GET /referrals/:reference/challenge': { access: 'challenge.open' },
  'POST /referrals/:reference/challenge': { access: 'challenge.open', shownAt: 'itself', isLong: true },
  'GET /referrals/:reference/challenges/:challenge': { access: 'challenge.read' },
  'GET /referrals/:reference/challenges/:challenge/:step': { access: 'challenge.pursue' },
  'POST /referrals/:reference/challenges/:challenge/:step': {
    access: 'challenge.pursue',
    shownAt: 'itself',
    isLong: true,
  },
  'GET /enquiries': { access: 'enquiry.answer' },
  'GET /enquiries/:enquiry': { access: 'enquiry.answer' },
  'POST /enquiries/:enquiry': { access: 'enquiry.answer', shownAt: 'itself', isLong: true },
};
