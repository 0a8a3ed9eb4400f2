import type { BusyRecords } from '../busy-records.ts';
import { A_FILE, FOR_MACHINES, LEADS_ON, type LookedAt, type PageStates, seenBy } from './page-state.ts';

const atFull =
  (rest = '') =>
  ({ full }: BusyRecords) =>
    `/cases/${full.id}${rest}`;
const worker = (rest: string, more: Omit<LookedAt, 'person' | 'path'> = {}) =>
  seenBy('social-worker', atFull(rest), more);
const delayed = ({ decided }: BusyRecords) => `/cases/${decided.id}/clocks`;
const reviewed =
  (rest = '') =>
  ({ decided }: BusyRecords) =>
    `/cases/${decided.id}/challenges${rest}`;
const disputed =
  (rest = '') =>
  ({ challenge }: BusyRecords) =>
    `/challenges/${challenge}${rest}`;
const closed =
  (rest: string) =>
  ({ restricted }: BusyRecords) =>
    `/cases/${restricted.id}/restriction${rest}`;
const linked = { isLinked: true } as const;
const refuses = { refuses: true } as const;

/** The front door's day: lists, the case and what hangs on it. */
export const WORKERS: PageStates = {
  'GET /worklist': [
    seenBy('social-worker', '/worklist', { isEmptyAtFirst: true }),
    seenBy('manager', '/worklist'),
    seenBy('practitioner', '/worklist'),
  ],
  'GET /worklist/back': LEADS_ON,
  'GET /worklist/changes': FOR_MACHINES,
  'GET /views': seenBy('social-worker', '/views', { isEmptyAtFirst: true }),
  'GET /wall': seenBy('manager', '/wall', { isEmptyAtFirst: true }),
  'GET /cases/:id': [
    worker(''),
    seenBy('screener', ({ waiting }) => `/cases/${waiting.id}`),
    seenBy('manager', ({ signOff }) => `/cases/${signOff.id}`),
    seenBy('auditor', ({ decided }) => `/cases/${decided.id}`),
  ],
  'GET /cases/:id/print': worker('/print'),
  'GET /cases/:id/attachments/:attachment': A_FILE,
  'GET /cases/:id/decide': LEADS_ON,
  'GET /cases/:id/sign-off': LEADS_ON,
  'GET /cases/:id/claim': LEADS_ON,
  'GET /cases/:id/release': LEADS_ON,
  'GET /cases/:id/moves': LEADS_ON,
  'GET /cases/:id/information': LEADS_ON,
  'GET /cases/:id/ask-sender': LEADS_ON,
  'GET /cases/:id/prints': LEADS_ON,
  'GET /cases/:id/chronology': worker('/chronology'),
  'GET /cases/:id/chronology/add': worker('/chronology/add', refuses),
  'GET /cases/:id/chronology/:event/correct': worker('/chronology', { ...linked }),
  'GET /cases/:id/chronology/analysis': worker('/chronology/analysis', refuses),
  'GET /cases/:id/chronology/export': worker('/chronology/export', refuses),
  'GET /cases/:id/enquiries': [
    worker('/enquiries'),
    seenBy('auditor', ({ waiting }) => `/cases/${waiting.id}/enquiries`),
  ],
  'GET /cases/:id/enquiries/ask': worker('/enquiries/ask', refuses),
  'GET /cases/:id/enquiries/agreement': worker('/enquiries/agreement', refuses),
  'GET /cases/:id/enquiries/override': worker('/enquiries/override', refuses),
  'GET /cases/:id/enquiries/overrides/:override/signature': seenBy(
    'manager',
    ({ waiting }) => `/cases/${waiting.id}/enquiries`,
    { ...linked, ...refuses },
  ),
  'GET /cases/:id/enquiries/:enquiry': worker('/enquiries', linked),
  'GET /cases/:id/enquiries/:enquiry/withdraw': seenBy(
    'social-worker',
    ({ full, askedOfPolice }) => `/cases/${full.id}/enquiries/${askedOfPolice}`,
    { ...linked, ...refuses },
  ),
  'GET /cases/:id/family': worker('/family'),
  'GET /cases/:id/family/add': worker('/family/add', refuses),
  'GET /cases/:id/family/:mention/relationship': worker('/family', { ...linked, ...refuses }),
  'GET /cases/:id/family/:mention/residence': worker('/family', { ...linked, ...refuses }),
  'GET /cases/:id/family/:mention/sibling': worker('/family', { ...linked, ...refuses }),
  'GET /cases/:id/people': worker('/people'),
  'GET /cases/:id/people/:mention/:other': worker('/people', { ...linked, ...refuses }),
  'GET /cases/:id/people/verdicts/:verdict/undo': seenBy(
    'social-worker',
    ({ full, pair }) => `/cases/${full.id}/people/${pair}`,
    { ...linked, ...refuses },
  ),
  'GET /cases/:id/clocks': worker('/clocks'),
  'GET /cases/:id/clocks/milestone': worker('/clocks/milestone', refuses),
  'GET /cases/:id/clocks/handover': worker('/clocks/handover', refuses),
  'GET /cases/:id/clocks/handover/accept': worker('/clocks/handover/accept'),
  'GET /cases/:id/clocks/:clock/pause': worker('/clocks', { ...linked, ...refuses }),
  'GET /cases/:id/clocks/:clock/resume': seenBy('manager', delayed, linked),
  'GET /cases/:id/clocks/:clock/reason': seenBy('manager', delayed, { ...linked, ...refuses }),
  'GET /cases/:id/challenges': [
    seenBy('manager', ({ decided }) => `/cases/${decided.id}/challenges`),
    worker('/challenges'),
  ],
  'GET /cases/:id/challenges/review': seenBy('screener', reviewed('/review'), refuses),
  'GET /cases/:id/challenges/enter': seenBy('screener', reviewed('/enter'), refuses),
  'GET /challenges': seenBy('manager', '/challenges', { isEmptyAtFirst: true }),
  'GET /challenges/:challenge': seenBy('manager', disputed()),
  'GET /challenges/:challenge/respond': seenBy('social-worker', disputed('/respond'), refuses),
  'GET /challenges/:challenge/decide': seenBy('manager-2', disputed('/decide'), refuses),
  'GET /challenges/:challenge/acknowledge': seenBy('screener', ({ review }) => `/challenges/${review}/acknowledge`),
  'GET /challenges/:challenge/step': seenBy('screener', disputed('/step'), refuses),
  'GET /cases/:id/messages': worker('/messages'),
  'GET /cases/:id/messages/:message/release': worker('/messages', { ...linked, ...refuses }),
  'GET /cases/:id/messages/:message/contact': worker('/messages', { ...linked, ...refuses }),
  'GET /cases/:id/information-passed': worker('/information-passed'),
  'GET /cases/:id/restriction': [
    seenBy('manager', ({ restricted }) => `/cases/${restricted.id}/restriction`),
    seenBy('manager', atFull('/restriction')),
  ],
  'GET /cases/:id/restriction/restrict': seenBy('manager', atFull('/restriction/restrict'), refuses),
  'GET /cases/:id/restriction/name': seenBy('manager', closed('/name'), refuses),
  'GET /cases/:id/restriction/take-off': seenBy('manager', closed('/take-off'), refuses),
  'GET /cases/:id/restriction/lift': seenBy('manager', closed('/lift'), refuses),
  'GET /cases/:id/subject-access': seenBy('manager', atFull('/subject-access'), refuses),
};
