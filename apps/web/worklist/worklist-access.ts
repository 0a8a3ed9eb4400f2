import type { PageNeeds } from '../page-access.ts';

/** Worklist, saved views, wall view. */
export const WORKLIST_PAGES = {
  'GET /worklist': { access: 'worklist.read' },
  'GET /worklist/back': { access: 'worklist.read' },
  'GET /worklist/changes': { access: 'worklist.read', isBackground: true },
  'POST /worklist/take': { access: 'case.claim', shownAt: '/worklist' },
  'POST /worklist/assign': { access: 'case.claim', shownAt: '/worklist' },
  'POST /worklist/keys': { access: 'worklist.read', shownAt: '/worklist' },
  'GET /views': { access: 'worklist.read' },
  'POST /views': { access: 'worklist.read', shownAt: 'itself' },
  'POST /views/default': { access: 'worklist.read', shownAt: '/views' },
  'POST /views/:id/remove': { access: 'worklist.read', shownAt: '/views' },
  'GET /wall': { access: 'forecast.read' },
} satisfies Readonly<Record<string, PageNeeds>>;
