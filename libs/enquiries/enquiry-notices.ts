import type { Case } from '#domain';
import type { NewNotice } from '#messages';
import type { Enquiry } from './enquiry.ts';

/** Tells the agency that something was asked. */
export function requestedNotice(found: Case, enquiry: Enquiry): NewNotice {
  return {
    authorityId: found.authorityId,
    template: 'enquiry_requested',
    to: { kind: 'agency', agencyId: enquiry.agencyId },
    referralId: found.referralId,
    caseId: found.id,
    subjectId: enquiry.id,
    urgent: enquiry.urgency === 'red',
    dedupeKey: `enquiry_requested:${enquiry.id}`,
    at: enquiry.sentAt,
  };
}

/** Tells whoever holds the case that a reply came; where nobody does, the social workers of its queue. */
export function repliedNotice(found: Case, enquiry: Enquiry, at: Date): NewNotice {
  return {
    authorityId: found.authorityId,
    template: 'enquiry_replied',
    to:
      found.claimedBy === null
        ? { kind: 'role', role: 'social_worker', queue: found.queue }
        : { kind: 'person', personId: found.claimedBy },
    referralId: found.referralId,
    caseId: found.id,
    subjectId: enquiry.id,
    urgent: found.urgency === 'red',
    dedupeKey: `enquiry_replied:${enquiry.id}`,
    at,
  };
}
