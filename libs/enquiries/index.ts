/**
 * What the front door asks other agencies about a child: on which lawful basis, by when, what they answer, who read it.
 * Source: domain pack 3.6, 4.2.
 */
export { AnswerEnquiry, type Answered } from './answer-enquiry.ts';
export { AskedAgency } from './asked-agency.ts';
export { countEnquiries, countUnreadReplies, type EnquiryCounts } from './count-replies.ts';
export { EnquiriesModule } from './enquiries.module.ts';
export { EnquiriesWorkModule } from './enquiries-work.module.ts';
export {
  AGREEMENT_ANSWERS,
  AGREEMENT_SPEAKERS,
  AGREEMENT_WAYS,
  type AgreementAnswer,
  type AgreementSpeaker,
  type AgreementWay,
  DECLINE_REASONS,
  type DeclineReason,
  type Enquiry,
  ENQUIRY_STATES,
  type EnquiryState,
  IDENTIFYING_DETAILS,
  type IdentifyingDetail,
  LAWFUL_GROUNDS,
  type LawfulGround,
  OVERRIDE_REASONS,
  type OverrideReason,
  type Reply,
  REPLY_KINDS,
  type ReplyKind,
} from './enquiry.ts';
export { isInForce } from './lawful-basis.ts';
export { type EnquiryLine, ListEnquiries } from './list-enquiries.ts';
export { NudgeAgencies } from './nudge-agencies.ts';
export { type OpenedEnquiry, OpenEnquiry } from './open-enquiry.ts';
export { OverrideAgreement } from './override-agreement.ts';
export { type BasisOfCase, ReadBasis } from './read-basis.ts';
export { RecordAgreement } from './record-agreement.ts';
export { SendEnquiries } from './send-enquiries.ts';
export { SignOverride } from './sign-override.ts';
export type { EnquiryOverride, FamilyAgreement } from './store/basis.repository.ts';
export type { AskedLine } from './store/enquiry.repository.ts';
export { WithdrawEnquiry } from './withdraw-enquiry.ts';
