import type { DueDelivery } from './store/delivery-work.query.ts';

/** What a partner receives, in the shape of Standard Webhooks. */
export interface WebhookMessage {
  readonly type: DueDelivery['event'];
  /** When it happened, not when it was sent. */
  readonly timestamp: string;
  readonly data: WebhookData;
}

type WebhookData =
  | { readonly referralReference: string; readonly caseReference: string; readonly state: 'signed' | 'closed' }
  | { readonly referralReference: string; readonly caseReference: string }
  | { readonly referralReference: string }
  | { readonly referralReference: string; readonly attachmentId: string }
  | { readonly caseReference: string; readonly enquiryId: string }
  | { readonly caseReference: string; readonly challengeId: string }
  | { readonly test: true };

/**
 * The message of a delivery: references, ids and the new state. Whoever may know more asks the API for it. The same bytes
 * at every attempt.
 */
export function messageOf(due: DueDelivery): WebhookMessage {
  return { type: due.event, timestamp: due.happenedAt.toISOString(), data: dataOf(due) };
}

function dataOf({ event, referralReference, caseReference, subjectId }: DueDelivery): WebhookData {
  return DATA[event](referralReference ?? '', caseReference ?? '', subjectId ?? '');
}

type Data = (referralReference: string, caseReference: string, subjectId: string) => WebhookData;

/** The agency that is asked, or challenges, need not be the one that referred: it gets no reference of the referral. */
const DATA: Readonly<Record<DueDelivery['event'], Data>> = {
  'webhook.test': () => ({ test: true }),
  'case.signed': (referralReference, caseReference) => ({ referralReference, caseReference, state: 'signed' }),
  'case.closed': (referralReference, caseReference) => ({ referralReference, caseReference, state: 'closed' }),
  'case.outcome': (referralReference, caseReference) => ({ referralReference, caseReference }),
  'referral.acknowledged': (referralReference) => ({ referralReference }),
  'attachment.refused': (referralReference, _, attachmentId) => ({ referralReference, attachmentId }),
  'enquiry.requested': (_, caseReference, enquiryId) => ({ caseReference, enquiryId }),
  'challenge.moved': (_, caseReference, challengeId) => ({ caseReference, challengeId }),
};
