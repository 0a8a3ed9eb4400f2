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
export {
  BULK_COLUMNS,
  type BulkCells,
  type BulkColumn,
  type BulkColumnId,
  type CellKind,
} from './bulk/bulk-columns.ts';
export { BulkModule } from './bulk/bulk.module.ts';
export {
  type BulkLine,
  type BulkUpload,
  type FileFault,
  type FileFaultCode,
  MAX_UPLOAD_BYTES,
  MAX_UPLOAD_ROWS,
  type RowFault,
  type RowFaultCode,
  type RowState,
} from './bulk/bulk-upload.ts';
export { ForgetUploads } from './bulk/forget-uploads.ts';
export { ReadUploads, type UploadWithRows } from './bulk/read-uploads.ts';
export { SendRows } from './bulk/send-rows.ts';
export { SendUpload } from './bulk/send-upload.ts';
export { TakeUpload } from './bulk/take-upload.ts';
export { type FollowedReferral, FollowReferral, type Promised } from './follow-referral.ts';
export { intakeBacklog } from './intake-backlog.query.ts';
export { IntakeModule } from './intake.module.ts';
export { mayBeUrgent } from './lane-of.ts';
export { NameEarlierPeople } from './name-earlier-people.ts';
export { ListReferrals, type ReferralListQuestion, type ReferralPage } from './list-referrals.ts';
export { ListSent, SENT_FILTERS, type SentFilter, type SentLine, type SentPage } from './list-sent.ts';
export { ReadReferral, type ReferralWithCases } from './read-referral.ts';
export { inLondonWords, type Receipt } from './receipt.ts';
export { RegisterAgencies } from './register-agencies.ts';
export type { ReferralChannel } from './referral-channel.ts';
export type { SentCase } from './sent-case.ts';
export { SentReferrals } from './sent-referrals.ts';
export { referralSchema, REFERRAL_SCHEMA_ID } from './schema/referral.schema.ts';
export { checkReferral } from './schema/referral-validator.ts';
export { type CaseChanges, CaseRepository, type ProposedChanges } from './store/case.repository.ts';
export { type ChildDetails, openChild } from './store/child-column.ts';
export { CommittedReferrals } from './store/committed-referrals.ts';
export { ReferralRepository, type StoredReferral } from './store/referral.repository.ts';
export { type Submission, type Submitted, SubmitReferral } from './submit-referral.ts';
