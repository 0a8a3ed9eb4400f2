import type { Worded } from '../worded.ts';
import type { CODES_ENGLISH } from './english.ts';
import { CASE_CODES_WELSH } from './cases/welsh.ts';
import { RECORD_CODES_WELSH } from './records/welsh.ts';

export const CODES_WELSH: Worded<typeof CODES_ENGLISH> = {
  ...CASE_CODES_WELSH,
  ...RECORD_CODES_WELSH,
  roles: {
    referrer: 'Atgyfeiriwr',
    call_handler: 'Triniwr galwadau',
    screener: 'Sgriniwr',
    social_worker: 'Gweithiwr cymdeithasol',
    practitioner: 'Ymarferydd',
    manager: 'Rheolwr',
    auditor: 'Archwilydd',
    administrator: 'Gweinyddwr',
  },
};
