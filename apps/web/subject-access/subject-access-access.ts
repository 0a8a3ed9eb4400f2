import type { PageNeeds } from '../page-access.ts';

export const SUBJECT_ACCESS_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cases/:id/subject-access': { access: 'subject_access.export' },
  'POST /cases/:id/subject-access': { access: 'subject_access.export', shownAt: 'itself' },
};
