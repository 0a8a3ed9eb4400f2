import type { PageNeeds } from '../page-access.ts';

const READ = { access: 'rule_set.read' } as const;
const EDIT = { access: 'rule_set.edit' } as const;
const EDIT_FORM = { access: 'rule_set.edit', shownAt: 'itself' } as const;

/** The pages about rules. */
export const RULES_PAGES: Readonly<Record<string, PageNeeds>> = {
  'GET /rules': READ,
  'GET /rules/new': EDIT,
  'POST /rules/new': EDIT_FORM,
  'GET /rules/import': EDIT,
  'POST /rules/import': { ...EDIT_FORM, upload: true },
  'POST /rules/import/text': { access: 'rule_set.edit', shownAt: '/rules/import', isLong: true },
  'GET /rules/in-force/:area': READ,
  'GET /rules/in-force/:area/export/:format': READ,
  'GET /rules/:id': READ,
  'GET /rules/:id/export/:format': READ,
  'GET /rules/:id/try': READ,
  'POST /rules/:id/try': { access: 'rule_set.read', shownAt: 'itself' },
  'GET /rules/:id/verify': READ,
  'POST /rules/:id/verify': EDIT_FORM,
  'GET /rules/:id/differences': READ,
  'GET /rules/:id/jobs/:job/progress': { access: 'rule_set.read', isBackground: true },
  'POST /rules/:id/jobs/:job/stop': { access: 'rule_set.edit', shownAt: '/rules/:id' },
  'POST /rules/:id/jobs/:job/resume': { access: 'rule_set.edit', shownAt: '/rules/:id' },
  'GET /rules/:id/backtests': READ,
  'POST /rules/:id/backtests': EDIT_FORM,
  'GET /rules/:id/backtests/:job': READ,
  'GET /rules/:id/backtests/:job/share': READ,
  'GET /rules/:id/backtests/:job/share/table': READ,
  'GET /rules/:id/backtests/:job/lower': { access: 'lower_list.read' },
  'GET /rules/:id/approve': { access: 'rule_set.approve' },
  'POST /rules/:id/approve': { access: 'rule_set.approve', shownAt: 'itself' },
  'GET /rules/:id/activate': { access: 'rule_set.activate' },
  'POST /rules/:id/activate': { access: 'rule_set.activate', shownAt: 'itself' },
  'GET /rules/:id/activations/:activation/roll-back': { access: 'rule_set.activate' },
  'POST /rules/:id/activations/:activation/roll-back': { access: 'rule_set.activate', shownAt: 'itself' },
  'GET /rules/:id/edit': EDIT,
  'GET /rules/:id/edit/:rule': EDIT,
  'POST /rules/:id/edit/:rule': { ...EDIT_FORM, isLong: true },
  'GET /rules/:id/edit/:rule/remove': EDIT,
  'POST /rules/:id/edit/:rule/remove': EDIT_FORM,
  'GET /rules/:id/describe': EDIT,
  'POST /rules/:id/describe': EDIT_FORM,
  'GET /rules/:id/abandon': EDIT,
  'POST /rules/:id/abandon': EDIT_FORM,
};
