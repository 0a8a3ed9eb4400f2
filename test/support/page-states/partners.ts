import type { Page } from 'playwright-core';
import type { BusyRecords } from '../busy-records.ts';
import { A_FILE, FOR_MACHINES, LEADS_ON, type PageStates, press, pressThen, seenBy } from './page-state.ts';

/** Each kind of question once; the others are made of the same. */
const FORM_PAGES = [
  'danger',
  'sender',
  'child-1',
  'child-1-voice',
  'children',
  'worries',
  'topics',
  'agreement',
  'view',
];

const sent =
  (rest = '') =>
  ({ decided }: BusyRecords) =>
    `/referrals/${decided.reference}${rest}`;

/** Sends a file of notices: the empty table that the service gives out. */
async function sendNotices(page: Page): Promise<void> {
  const template = await page.request.get('/uploads/template');
  const file = { name: 'notices.csv', mimeType: 'text/csv', buffer: await template.body() };
  await page.setInputFiles('main input[type=file]', file);
  await press('/uploads')(page);
}

/** Those who refer: agencies, families, whoever takes their calls. */
export const PARTNERS: PageStates = {
  'GET /referrals': seenBy('teacher', '/referrals', { isEmptyAtFirst: true }),
  'GET /referrals/new': seenBy('teacher', '/referrals/new', { isEmptyAtFirst: true }),
  'GET /referrals/drafts/:draft/:page': FORM_PAGES.map((page) =>
    seenBy('teacher', '/referrals/new', { arrive: pressThen('/referrals/new', page) }),
  ),
  'GET /referrals/drafts/:draft/check': seenBy('teacher', '/referrals/new', {
    arrive: pressThen('/referrals/new', 'check'),
    refuses: true,
  }),
  'GET /referrals/drafts/:draft/abandon': seenBy('teacher', '/referrals/new', {
    arrive: pressThen('/referrals/new', 'abandon'),
  }),
  'GET /referrals/:reference': seenBy('teacher', sent()),
  'GET /referrals/:reference/receipt': seenBy('teacher', sent('/receipt')),
  'GET /referrals/:reference/more': seenBy(
    'teacher',
    // Once it is decided, nobody tells more.
    ({ waiting }) => `/referrals/${waiting.reference}/more`,
    { refuses: true },
  ),
  'GET /referrals/:reference/challenge': seenBy('teacher', ({ full }) => `/referrals/${full.reference}/challenge`),
  'GET /referrals/:reference/challenges/:challenge': seenBy('teacher', sent(), { isLinked: true }),
  'GET /referrals/:reference/challenges/:challenge/:step': seenBy(
    'teacher',
    ({ decided, challenge }) => `/referrals/${decided.reference}/challenges/${challenge}`,
    { isLinked: true, refuses: true },
  ),
  'GET /enquiries': seenBy('police-officer', '/enquiries', { isEmptyAtFirst: true }),
  'GET /enquiries/:enquiry': [
    seenBy('police-officer', ({ askedOfPolice }) => `/enquiries/${askedOfPolice}`, { refuses: true }),
    seenBy('health-visitor', ({ answeredByHealth }) => `/enquiries/${answeredByHealth}`),
  ],
  'GET /check-before-you-send': seenBy(null, '/check-before-you-send'),
  'GET /thresholds': seenBy(null, '/thresholds'),
  'GET /uploads': seenBy('police-officer', '/uploads', { isEmptyAtFirst: true, refuses: true }),
  'GET /uploads/template': A_FILE,
  'GET /uploads/:upload': seenBy('police-officer', '/uploads', { arrive: sendNotices }),
  'GET /uploads/:upload/progress': FOR_MACHINES,
  'GET /uploads/:upload/faults': A_FILE,
  'GET /uploads/:upload/receipts': A_FILE,
  'GET /telephone/new': seenBy('screener', '/telephone/new', { isEmptyAtFirst: true }),
  'GET /telephone/drafts/:draft/:page': seenBy('screener', '/telephone/new', { arrive: press('/telephone/new') }),
  'GET /telephone/drafts/:draft/check': seenBy('screener', '/telephone/new', {
    arrive: pressThen('/telephone/new', 'check'),
    refuses: true,
  }),
  'GET /telephone/drafts/:draft/abandon': seenBy('screener', '/telephone/new', {
    arrive: pressThen('/telephone/new', 'abandon'),
  }),
  'GET /telephone/drafts/:draft/sent': LEADS_ON,
  'GET /ask-for-help/sent': LEADS_ON,
  'GET /ask-for-help': seenBy(null, '/ask-for-help', { refuses: '/ask-for-help/resume' }),
  'GET /ask-for-help/code': seenBy(null, '/ask-for-help', { arrive: press('/ask-for-help/start') }),
  'GET /ask-for-help/form/:page': seenBy(null, '/ask-for-help', {
    arrive: async (page) => {
      await press('/ask-for-help/start')(page);
      await page.locator('main a[href^="/ask-for-help/form/"]').first().click();
      await page.waitForLoadState();
    },
  }),
  'GET /ask-for-help/form/check': seenBy(null, '/ask-for-help', {
    arrive: pressThen('/ask-for-help/start', '/ask-for-help/form/check'),
    refuses: true,
  }),
};
