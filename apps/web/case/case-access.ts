import type { PageNeeds } from '../page-access.ts';

const AT_CASE = '/cases/:id';

/** The page of a case, its forms, and the queue of decisions to sign. */
export const CASE_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cases/:id': { access: 'case.read' },
  'GET /cases/:id/print': { access: 'case.read' },
  'GET /cases/:id/attachments/:attachment': { access: 'case.read' },
  'POST /cases/:id/prints': { access: 'case.read', shownAt: AT_CASE },
  'POST /cases/:id/claim': { access: 'case.claim', shownAt: AT_CASE },
  'POST /cases/:id/release': { access: 'case.release', shownAt: AT_CASE },
  'POST /cases/:id/moves': { access: 'case.move', shownAt: AT_CASE, isLong: true },
  'POST /cases/:id/information': { access: 'information.add', shownAt: AT_CASE, isLong: true },
  'POST /cases/:id/decide': { access: 'case.decide', shownAt: AT_CASE, isLong: true },
  'POST /cases/:id/sign-off': { access: 'decision.sign_off', shownAt: AT_CASE, isLong: true },
  'GET /cases/:id/decide': { access: 'case.read' },
  'GET /cases/:id/sign-off': { access: 'case.read' },
  'GET /cases/:id/claim': { access: 'case.read' },
  'GET /cases/:id/release': { access: 'case.read' },
  'GET /cases/:id/moves': { access: 'case.read' },
  'GET /cases/:id/information': { access: 'case.read' },
  'POST /cases/:id/ask-sender': { access: 'enquiry.send', shownAt: AT_CASE, isLong: true },
  'GET /cases/:id/ask-sender': { access: 'case.read' },
  'GET /cases/:id/prints': { access: 'case.read' },
  'GET /sign-off': { access: 'decision.sign_off' },
};
