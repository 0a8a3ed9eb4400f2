import type { PageNeeds } from '../page-access.ts';

export const CHRONOLOGY_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cases/:id/chronology': { access: 'case.read' },
  'GET /cases/:id/chronology/add': { access: 'chronology.write' },
  'POST /cases/:id/chronology/add': { access: 'chronology.write', shownAt: 'itself' },
  'GET /cases/:id/chronology/:event/correct': { access: 'chronology.write' },
  'POST /cases/:id/chronology/:event/correct': { access: 'chronology.write', shownAt: 'itself' },
  'GET /cases/:id/chronology/analysis': { access: 'chronology.write' },
  'POST /cases/:id/chronology/analysis': { access: 'chronology.write', shownAt: 'itself' },
  'GET /cases/:id/chronology/export': { access: 'chronology.export' },
  'POST /cases/:id/chronology/export': { access: 'chronology.export', shownAt: 'itself' },
};
