import { CHALLENGES_ENGLISH } from '../challenges/english.ts';
import { CHRONOLOGY_ENGLISH } from '../chronology/english.ts';
import { ENQUIRIES_ENGLISH } from '../enquiries/english.ts';
import { FAMILY_ENGLISH } from '../family/english.ts';
import { PEOPLE_ENGLISH } from '../family/people/english.ts';
import { MESSAGES_ENGLISH } from '../messages/english.ts';
import { RESTRICTION_ENGLISH } from '../restriction/english.ts';
import { SUBJECT_ACCESS_ENGLISH } from '../subject-access/english.ts';
import { TIMING_ENGLISH } from '../timing/english.ts';
import { RECORDS_ENGLISH } from './english.ts';

/** Everything that the pages below a case say, by area. */
export const RECORD_AREAS_ENGLISH = {
  records: RECORDS_ENGLISH,
  family: FAMILY_ENGLISH,
  people: PEOPLE_ENGLISH,
  enquiries: ENQUIRIES_ENGLISH,
  challenges: CHALLENGES_ENGLISH,
  chronology: CHRONOLOGY_ENGLISH,
  messages: MESSAGES_ENGLISH,
  restriction: RESTRICTION_ENGLISH,
  subjectAccess: SUBJECT_ACCESS_ENGLISH,
  timing: TIMING_ENGLISH,
};
