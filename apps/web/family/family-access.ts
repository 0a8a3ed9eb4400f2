import type { PageNeeds } from '../page-access.ts';

export const FAMILY_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cases/:id/family': { access: 'case.read' },
  'GET /cases/:id/family/add': { access: 'family.record' },
  'POST /cases/:id/family/add': { access: 'family.record', shownAt: 'itself' },
  'GET /cases/:id/family/:mention/relationship': { access: 'family.record' },
  'POST /cases/:id/family/:mention/relationship': { access: 'family.record', shownAt: 'itself' },
  'GET /cases/:id/family/:mention/residence': { access: 'family.record' },
  'POST /cases/:id/family/:mention/residence': { access: 'family.record', shownAt: 'itself' },
  'GET /cases/:id/family/:mention/sibling': { access: 'family.record' },
  'POST /cases/:id/family/:mention/sibling': { access: 'family.record', shownAt: 'itself' },
  'GET /cases/:id/people': { access: 'family.record' },
  'GET /cases/:id/people/:mention/:other': { access: 'family.record' },
  'POST /cases/:id/people/:mention/:other': { access: 'family.record', shownAt: 'itself' },
  'GET /cases/:id/people/verdicts/:verdict/undo': { access: 'family.record' },
  'POST /cases/:id/people/verdicts/:verdict/undo': { access: 'family.record', shownAt: 'itself' },
};
