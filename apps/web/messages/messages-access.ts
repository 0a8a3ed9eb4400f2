import type { PageNeeds } from '../page-access.ts';

export const MESSAGE_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cases/:id/messages': { access: 'case.read' },
  'GET /cases/:id/messages/:message/release': { access: 'case.move' },
  'POST /cases/:id/messages/:message/release': { access: 'case.move', shownAt: 'itself' },
  'GET /cases/:id/messages/:message/contact': { access: 'case.move' },
  'POST /cases/:id/messages/:message/contact': { access: 'case.move', shownAt: 'itself' },
  'GET /cases/:id/information-passed': { access: 'case.read' },
  'POST /cases/:id/information-passed/:passed/read': {
    access: 'information.read',
    shownAt: '/cases/:id/information-passed',
  },
};
