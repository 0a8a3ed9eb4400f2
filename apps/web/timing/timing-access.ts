import type { PageNeeds } from '../page-access.ts';

export const TIMING_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /cases/:id/clocks': { access: 'case.read' },
  'GET /cases/:id/clocks/milestone': { access: 'milestone.record' },
  'POST /cases/:id/clocks/milestone': { access: 'milestone.record', shownAt: 'itself' },
  'GET /cases/:id/clocks/handover': { access: 'case.hand_over' },
  'POST /cases/:id/clocks/handover': { access: 'case.hand_over', shownAt: 'itself' },
  'GET /cases/:id/clocks/handover/accept': { access: 'case.hand_over' },
  'POST /cases/:id/clocks/handover/accept': { access: 'case.hand_over', shownAt: 'itself' },
  'GET /cases/:id/clocks/:clock/pause': { access: 'clock.pause' },
  'POST /cases/:id/clocks/:clock/pause': { access: 'clock.pause', shownAt: 'itself' },
  'GET /cases/:id/clocks/:clock/resume': { access: 'clock.pause' },
  'POST /cases/:id/clocks/:clock/resume': { access: 'clock.pause', shownAt: 'itself' },
  'GET /cases/:id/clocks/:clock/reason': { access: 'milestone.record' },
  'POST /cases/:id/clocks/:clock/reason': { access: 'milestone.record', shownAt: 'itself' },
};
