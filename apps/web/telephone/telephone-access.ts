import type { PageNeeds } from '../page-access.ts';

/** Pages of whoever takes calls. Saving goes by the key of the draft, as in every form. */
export const TELEPHONE_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /telephone/new': { access: 'call.take' },
  'POST /telephone/new': { access: 'call.take', shownAt: 'itself' },
  'GET /telephone/drafts/:draft/:page': { access: 'call.take' },
  'POST /telephone/drafts/:draft/:page': { access: 'public', shownAt: 'itself', isLong: true },
  'GET /telephone/drafts/:draft/check': { access: 'call.take' },
  'POST /telephone/drafts/:draft/check': { access: 'call.take', shownAt: 'itself' },
  'GET /telephone/drafts/:draft/sent': { access: 'call.take' },
  'GET /telephone/drafts/:draft/abandon': { access: 'call.take' },
  'POST /telephone/drafts/:draft/abandon': { access: 'call.take', shownAt: 'itself' },
};
