export { AddAttachment, type Added } from './attachments/add-attachment.ts';
export {
  type Attachment,
  ATTACHMENT_STATES,
  type IncomingFile,
  MAX_ATTACHMENT_BYTES,
} from './attachments/attachment.ts';
export { AttachmentStore } from './attachments/attachment-store.ts';
export { ListAttachments } from './attachments/list-attachments.ts';
export { type AttachmentWithContent, ReadAttachment } from './attachments/read-attachment.ts';
export { ScanAttachments } from './attachments/scan-attachments.ts';
export { ScanningModule } from './attachments/scanning.module.ts';
export { IntakeModule } from './intake.module.ts';
export { NameEarlierPeople } from './name-earlier-people.ts';
export { ListReferrals, type ReferralListQuestion, type ReferralPage } from './list-referrals.ts';
export { ReadReferral, type ReferralWithCases } from './read-referral.ts';
export { inLondonWords, type Receipt } from './receipt.ts';
export { RegisterAgencies } from './register-agencies.ts';
export type { SentCase } from './sent-case.ts';
export { SentReferrals } from './sent-referrals.ts';
export { referralSchema, REFERRAL_SCHEMA_ID } from './schema/referral.schema.ts';
export { checkReferral } from './schema/referral-validator.ts';
export { type CaseChanges, CaseRepository } from './store/case.repository.ts';
export { type ChildDetails, openChild } from './store/child-column.ts';
export { CommittedReferrals } from './store/committed-referrals.ts';
export { ReferralRepository, type StoredReferral } from './store/referral.repository.ts';
export { type Submission, type Submitted, SubmitReferral } from './submit-referral.ts';
