import type { PageNeeds } from '../page-access.ts';

/** Bulk upload of police notices. */
export const BULK_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /uploads': { access: 'referral.submit' },
  'POST /uploads': { access: 'referral.submit', shownAt: 'itself', upload: true },
  'GET /uploads/template': { access: 'referral.submit' },
  'GET /uploads/:upload': { access: 'referral.submit' },
  'POST /uploads/:upload/send': { access: 'referral.submit', shownAt: '/uploads/:upload' },
  'GET /uploads/:upload/progress': { access: 'referral.submit', isBackground: true },
  'GET /uploads/:upload/faults': { access: 'referral.submit' },
  'GET /uploads/:upload/receipts': { access: 'referral.submit' },
};
