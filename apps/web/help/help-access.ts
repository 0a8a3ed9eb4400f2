import type { PageNeeds } from '../page-access.ts';

export const HELP_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cookies': { access: 'public' },
  'GET /accessibility': { access: 'public' },
  'GET /privacy': { access: 'public' },
  'GET /time-out': { access: 'public' },
  'GET /stay-signed-in': { access: 'signed_in' },
  'GET /session-left': { access: 'signed_in', isBackground: true },
};
