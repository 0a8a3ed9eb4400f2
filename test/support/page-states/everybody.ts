import { A_FILE, FOR_MACHINES, LEADS_ON, type PageStates, seenBy } from './page-state.ts';

/** The frame of the service, and what anybody may read. */
export const EVERYBODY: PageStates = {
  'GET /': [
    seenBy(null, '/'),
    seenBy('teacher', '/'),
    seenBy('social-worker', '/'),
    seenBy('manager', '/'),
    seenBy('administrator', '/'),
  ],
  'GET /sign-in': LEADS_ON,
  'GET /sign-in/callback': LEADS_ON,
  'GET /signed-out': seenBy(null, '/signed-out'),
  'GET /account': seenBy('manager', '/account'),
  'GET /account/report': seenBy('manager', '/account/report', { refuses: true }),
  'GET /account/messages': seenBy('manager', '/account/messages'),
  'GET /break-glass': seenBy('manager', '/break-glass', { refuses: true }),
  'GET /sign-in-reports': seenBy('manager', '/sign-in-reports', { isEmptyAtFirst: true }),
  'GET /notices': seenBy('manager', '/notices', { isEmptyAtFirst: true }),
  'GET /cookies': seenBy(null, '/cookies'),
  'GET /accessibility': seenBy(null, '/accessibility'),
  'GET /privacy': seenBy(null, '/privacy'),
  'GET /time-out': seenBy(null, '/time-out?to=%2Faccount'),
  'GET /language/:language': LEADS_ON,
  'GET /assets/:version/:file': A_FILE,
  'GET /health/live': FOR_MACHINES,
  'GET /health/ready': FOR_MACHINES,
  'GET /stay-signed-in': FOR_MACHINES,
  'GET /session-left': FOR_MACHINES,
};
