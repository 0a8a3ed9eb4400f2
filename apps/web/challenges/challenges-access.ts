import type { PageNeeds } from '../page-access.ts';

export const CHALLENGE_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /challenges': { access: 'challenge.read' },
  'GET /challenges/:challenge': { access: 'challenge.read' },
  'GET /challenges/:challenge/respond': { access: 'challenge.respond' },
  'POST /challenges/:challenge/respond': { access: 'challenge.respond', shownAt: 'itself' },
  'GET /challenges/:challenge/decide': { access: 'challenge.decide' },
  'POST /challenges/:challenge/decide': { access: 'challenge.decide', shownAt: 'itself' },
  'GET /challenges/:challenge/acknowledge': { access: 'family_review.record' },
  'POST /challenges/:challenge/acknowledge': { access: 'family_review.record', shownAt: 'itself' },
  'GET /challenges/:challenge/step': { access: 'challenge.pursue' },
  'POST /challenges/:challenge/step': { access: 'challenge.pursue', shownAt: 'itself' },
  'GET /cases/:id/challenges': { access: 'challenge.read' },
  'GET /cases/:id/challenges/review': { access: 'family_review.record' },
  'POST /cases/:id/challenges/review': { access: 'family_review.record', shownAt: 'itself' },
  'GET /cases/:id/challenges/enter': { access: 'challenge.open' },
  'POST /cases/:id/challenges/enter': { access: 'challenge.open', shownAt: 'itself' },
};
