import type { Page } from 'playwright-core';
import type { BusyRecords } from '../busy-records.ts';
import type { ManagerRecords } from '../manager-records.ts';
import { A_FILE, FOR_MACHINES, type LookedAt, NOT_REACHED, type PageStates, press, seenBy } from './page-state.ts';

const manager = (path: LookedAt['path'], more: Omit<LookedAt, 'person' | 'path'> = {}) => seenBy('manager', path, more);
const rules =
  (rest = '') =>
  ({ ruleSet }: BusyRecords) =>
    `/rules/${ruleSet}${rest}`;
const audited =
  (rest = '') =>
  ({ decided }: BusyRecords) =>
    `/cases/${decided.id}${rest}`;
const managed =
  (of: (records: ManagerRecords) => string) =>
  ({ managed: records }: BusyRecords): string => {
    if (records === null) throw new Error('There are no records of managers.');
    return of(records);
  };
const inForce = (rest = '') => managed(({ ruleSetInForce }) => `/rules/${ruleSetInForce}${rest}`);
const backtest = (rest = '') =>
  managed(({ ruleSetInForce, backtest: job }) => `/rules/${ruleSetInForce}/backtests/${job}${rest}`);
const disposal = (rest = '') => managed((records) => `/disposals/${records.disposal}${rest}`);
const linked = { isLinked: true } as const;
const refuses = { refuses: true } as const;
const atFirst = { isEmptyAtFirst: true } as const;

/** Draws a dip sample of all there is. */
async function drawSample(page: Page): Promise<void> {
  await page.fill('#from', '2020-01-01');
  await page.fill('#to', new Date().toISOString().slice(0, 10));
  await page.fill('#size', '2');
  await press('/quality/draw')(page);
}

/** Takes the first item that waits for a second opinion, and goes to it. */
async function takeItem(page: Page): Promise<void> {
  const free = page.locator('main form[action$="/take"] button').first();
  if ((await free.count()) > 0) await Promise.all([page.waitForEvent('load'), free.click()]);
  if (page.url().endsWith('/to-rate')) {
    await Promise.all([page.waitForEvent('load'), page.locator('main a[href$="/rate"]').first().click()]);
  }
}

/** Follows the first link of each kind. */
function through(...starts: readonly string[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const start of starts) {
      await Promise.all([page.waitForEvent('load'), page.locator(`main a[href^="${start}"]`).first().click()]);
    }
  };
}

/** The first rule of a draft, and where it is taken out. */
async function toRemoval(page: Page): Promise<void> {
  const draft = new URL(page.url()).pathname;
  await through(`${draft}/ENG`)(page);
  await page.goto(`${page.url()}/remove`);
}

/** Looking back, the rules, what is kept and for how long. */
export const MANAGERS: PageStates = {
  'GET /sign-off': manager('/sign-off', atFirst),
  'GET /decisions': manager('/decisions', atFirst),
  'GET /decisions/csv': A_FILE,
  'GET /cases/:id/audit': manager(audited('/audit')),
  'GET /cases/:id/audit/csv': A_FILE,
  'GET /cases/:id/audit/evidence': A_FILE,
  'GET /cases/:id/audit/keys': A_FILE,
  'GET /cases/:id/access': manager(audited('/access')),
  'GET /cases/:id/access/csv': A_FILE,
  'GET /oversight': manager('/oversight', atFirst),
  'GET /oversight/overrides': manager('/oversight/overrides', atFirst),
  'GET /oversight/overrides/csv': A_FILE,
  'GET /oversight/breaches': manager('/oversight/breaches', atFirst),
  'GET /oversight/breaches/csv': A_FILE,
  'GET /forecast': manager('/forecast', atFirst),
  'GET /access': manager('/access', atFirst),
  'GET /access/csv': A_FILE,
  'GET /alerts': manager('/alerts', atFirst),
  'GET /break-glass-reviews': manager('/break-glass-reviews', atFirst),
  'GET /disposals': manager('/disposals', atFirst),
  'GET /disposals/:disposal': manager(disposal()),
  'GET /disposals/:disposal/csv': A_FILE,
  'GET /disposals/:disposal/certificate': manager(managed(({ destroyed }) => `/disposals/${destroyed}/certificate`)),
  'GET /disposals/:disposal/certificate/file': A_FILE,
  'GET /disposals/:disposal/keep/:referral': manager(
    managed((records) => `/disposals/${records.disposal}/keep/${records.due}`),
    refuses,
  ),
  'GET /legal-holds': manager('/legal-holds', atFirst),
  'GET /legal-holds/:reference': manager(({ decided }) => `/legal-holds/${decided.reference}`),
  'GET /quality': manager('/quality', atFirst),
  'GET /quality/draw': manager('/quality/draw', refuses),
  'GET /quality/samples/:sample': manager('/quality/draw', { arrive: drawSample }),
  'GET /quality/samples/:sample/csv': A_FILE,
  'GET /quality/to-rate': seenBy('social-worker-2', '/quality/to-rate', atFirst),
  'GET /quality/items/:item/rate': seenBy('social-worker-2', '/quality/to-rate', { arrive: takeItem, ...refuses }),
  // Open once a second opinion was given.
  'GET /quality/items/:item': NOT_REACHED,
  'GET /rules': manager('/rules', atFirst),
  'GET /rules/new': manager('/rules/new', refuses),
  'GET /rules/import': manager('/rules/import', refuses),
  'GET /rules/in-force/:area': manager('/rules', linked),
  'GET /rules/in-force/:area/export/:format': A_FILE,
  'GET /rules/:id': [manager(rules()), manager(inForce())],
  'GET /rules/:id/export/:format': A_FILE,
  'GET /rules/:id/try': manager(rules('/try')),
  'GET /rules/:id/verify': [manager(rules('/verify')), manager(inForce('/verify'))],
  'GET /rules/:id/differences': [manager(rules('/differences')), manager(inForce('/differences'))],
  'GET /rules/:id/jobs/:job/progress': FOR_MACHINES,
  'GET /rules/:id/backtests': [manager(rules('/backtests')), manager(inForce('/backtests'))],
  'GET /rules/:id/backtests/:job': manager(backtest()),
  'GET /rules/:id/backtests/:job/share': manager(backtest('/share')),
  'GET /rules/:id/backtests/:job/share/table': A_FILE,
  'GET /rules/:id/backtests/:job/lower': manager(backtest('/lower')),
  'GET /rules/:id/approve': manager(rules('/approve')),
  'GET /rules/:id/activate': [manager(rules('/activate')), manager(inForce('/activate'), refuses)],
  'GET /rules/:id/activations/:activation/roll-back': manager(inForce('/activate'), { ...linked, ...refuses }),
  'GET /rules/:id/edit': manager(rules('/edit')),
  'GET /rules/:id/edit/:rule': manager(rules('/edit'), linked),
  'GET /rules/:id/edit/:rule/remove': manager(rules('/edit'), { arrive: toRemoval }),
  'GET /rules/:id/describe': manager(rules('/describe')),
  'GET /rules/:id/abandon': manager(rules('/abandon'), refuses),
};
