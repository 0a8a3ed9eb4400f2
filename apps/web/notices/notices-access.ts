import type { PageNeeds } from '../page-access.ts';

export const NOTICE_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /notices': { access: 'notice.manage_own' },
  'POST /notices/read': { access: 'notice.manage_own', shownAt: '/notices' },
  'GET /account/messages': { access: 'notice.manage_own' },
  'POST /account/messages': { access: 'notice.manage_own', shownAt: 'itself' },
};
