import { CHALLENGES_WELSH } from '../challenges/welsh.ts';
import { CHRONOLOGY_WELSH } from '../chronology/welsh.ts';
import { ENQUIRIES_WELSH } from '../enquiries/welsh.ts';
import { FAMILY_WELSH } from '../family/welsh.ts';
import { PEOPLE_WELSH } from '../family/people/welsh.ts';
import { MESSAGES_WELSH } from '../messages/welsh.ts';
import { RESTRICTION_WELSH } from '../restriction/welsh.ts';
import { SUBJECT_ACCESS_WELSH } from '../subject-access/welsh.ts';
import { TIMING_WELSH } from '../timing/welsh.ts';
import type { Worded } from '../worded.ts';
import type { RECORD_AREAS_ENGLISH } from './areas-english.ts';
import { RECORDS_WELSH } from './welsh.ts';

export const RECORD_AREAS_WELSH: Worded<typeof RECORD_AREAS_ENGLISH> = {
  records: RECORDS_WELSH,
  family: FAMILY_WELSH,
  people: PEOPLE_WELSH,
  enquiries: ENQUIRIES_WELSH,
  challenges: CHALLENGES_WELSH,
  chronology: CHRONOLOGY_WELSH,
  messages: MESSAGES_WELSH,
  restriction: RESTRICTION_WELSH,
  subjectAccess: SUBJECT_ACCESS_WELSH,
  timing: TIMING_WELSH,
};
