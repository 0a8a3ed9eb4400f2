import type { MessageTemplate } from '#messages';

/** A record as messages and notices know it: ids and a reference, nothing personal. */
export interface RecordAbout {
  readonly template: MessageTemplate;
  readonly caseId: string | null;
  /** The clock, enquiry or challenge that it is about. */
  readonly subjectId: string | null;
  /** Of the referral, without a case's number. */
  readonly referralReference: string | null;
}

/** Staff read the case; whoever sent the referral reads that; an agency that is asked reads what it is asked. */
export type Reader = 'staff' | 'sender' | 'asked_agency' | 'other_agency';

/** The page of a case on which the thing can be read or done. */
const PART_OF_CASE: Readonly<Record<MessageTemplate, string>> = {
  acknowledgement: '',
  outcome: '',
  clock_due_soon: '',
  clock_breached: '',
  case_raised: '',
  emergency_duty_page: '',
  handover_waiting: '/clocks',
  case_assigned: '',
  claim_lapsed: '',
  information_for_worker: '',
  possible_same_person: '/people',
  sender_told_more: '',
  enquiry_requested: '/enquiries',
  enquiry_nudge: '/enquiries',
  enquiry_overdue: '/enquiries',
  enquiry_replied: '/enquiries',
  challenge_opened: '/challenges',
  challenge_stage_moved: '/challenges',
  challenge_decided: '/challenges',
  family_review_requested: '/challenges',
  family_review_decided: '/challenges',
  safe_contact_needed: '/messages',
  message_failed: '/messages',
};

const ID = '[0-9a-f-]{36}';
const PARTS = [...new Set(Object.values(PART_OF_CASE))].join('|');
const RECORD_PAGE = new RegExp(
  `^/(cases/${ID}(${PARTS})|referrals/FD-[2-9A-Z]{4}-[2-9A-Z]{4}|enquiries/${ID}|notices)?$`,
);

/** Where on the pages the reader finds it: a path; the first page when there is none for them. */
export function recordPage({ template, caseId, subjectId, referralReference }: RecordAbout, reader: Reader): string {
  switch (reader) {
    case 'staff':
      return caseId === null ? '/' : `/cases/${caseId}${PART_OF_CASE[template]}`;
    case 'sender':
      return referralReference === null ? '/' : `/referrals/${referralReference}`;
    case 'asked_agency':
      return subjectId === null ? '/enquiries' : `/enquiries/${subjectId}`;
    case 'other_agency':
      return '/';
  }
}

/** Whether an address leads to the first page or a record's, and carries nothing else: all that a message may link to. */
export function isRecordLink(link: string): boolean {
  const { origin, pathname } = new URL(link);
  return link === `${origin}${pathname}` && RECORD_PAGE.test(pathname);
}
