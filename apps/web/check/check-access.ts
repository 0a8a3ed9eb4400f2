import type { PageNeeds } from '../page-access.ts';

/** What everybody may read and try: nobody is asked who they are. */
export const CHECK_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /check-before-you-send': { access: 'public' },
  'POST /check-before-you-send': { access: 'public', shownAt: 'itself', limit: 'public_forms' },
  'GET /thresholds': { access: 'public' },
};
