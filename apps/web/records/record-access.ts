import { CHALLENGE_PAGES } from '../challenges/challenges-access.ts';
import { CHRONOLOGY_PAGES } from '../chronology/chronology-access.ts';
import { ENQUIRY_PAGES } from '../enquiries/enquiries-access.ts';
import { FAMILY_PAGES } from '../family/family-access.ts';
import { MESSAGE_PAGES } from '../messages/messages-access.ts';
import type { PageNeeds } from '../page-access.ts';
import { RESTRICTION_PAGES } from '../restriction/restriction-access.ts';
import { SUBJECT_ACCESS_PAGES } from '../subject-access/subject-access-access.ts';
import { TIMING_PAGES } from '../timing/timing-access.ts';

/** The pages below a case, and the lists over cases that lead there. */
export const RECORD_PAGES: Readonly<Record<string, PageNeeds>> = {
  ...FAMILY_PAGES,
  ...ENQUIRY_PAGES,
  ...TIMING_PAGES,
  ...CHRONOLOGY_PAGES,
  ...CHALLENGE_PAGES,
  ...RESTRICTION_PAGES,
  ...MESSAGE_PAGES,
  ...SUBJECT_ACCESS_PAGES,
};
