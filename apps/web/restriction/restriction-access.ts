import type { PageNeeds } from '../page-access.ts';

export const RESTRICTION_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cases/:id/restriction': { access: 'case.restrict' },
  'GET /cases/:id/restriction/restrict': { access: 'case.restrict' },
  'POST /cases/:id/restriction/restrict': { access: 'case.restrict', shownAt: 'itself' },
  'GET /cases/:id/restriction/name': { access: 'case.restrict' },
  'POST /cases/:id/restriction/name': { access: 'case.restrict', shownAt: 'itself' },
  'GET /cases/:id/restriction/take-off': { access: 'case.restrict' },
  'POST /cases/:id/restriction/take-off': { access: 'case.restrict', shownAt: 'itself' },
  'GET /cases/:id/restriction/lift': { access: 'case.restrict' },
  'POST /cases/:id/restriction/lift': { access: 'case.restrict', shownAt: 'itself' },
};
