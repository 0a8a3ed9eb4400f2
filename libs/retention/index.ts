/**
 * How long records are kept, who may stop that they go, how they go, and what somebody is told who asks for their own.
 * Source: domain pack 8, retention, disposal and subject access.
 */
export { ApproveDisposal } from './disposal/approve-disposal.ts';
export type { Certificate, SignedCertificate } from './disposal/certificate.ts';
export { CertifyDisposal } from './disposal/certify-disposal.ts';
export {
  type Disposal,
  DISPOSAL_ITEM_STATES,
  DISPOSAL_STATES,
  type DisposalItem,
  SKIP_REASONS,
} from './disposal/disposal.ts';
export { ITEM_ORDERS, type ItemQuestion } from './disposal/disposal-item.query.ts';
export { ExplainAbsence, type Sought } from './disposal/explain-absence.ts';
export { KeepRecord } from './disposal/keep-record.ts';
export { KeepRetention } from './disposal/keep-retention.ts';
export { ReadDisposalList } from './disposal/read-disposal-list.ts';
export { type DisposalPage, ReadDisposals } from './disposal/read-disposals.ts';
export { RequestDisposal } from './disposal/request-disposal.ts';
export type { LegalHold, LegalHolds } from './holds/legal-hold.ts';
export { LiftLegalHold } from './holds/lift-legal-hold.ts';
export { PlaceLegalHold } from './holds/place-legal-hold.ts';
export { ReadLegalHolds } from './holds/read-legal-holds.ts';
export type { DisposalId, LegalHoldId } from './ids.ts';
export {
  ExportSubjectAccess,
  type SubjectAccessAnswer,
  type SubjectAccessRequest,
} from './subject-access/export-subject-access.ts';
export {
  EXEMPTIONS,
  FOR_WHOM,
  SECTION_IDS,
  type SubjectAccessDocument,
} from './subject-access/subject-access-document.ts';
export { RetentionModule } from './retention.module.ts';
export { RetentionWorkModule } from './retention-work.module.ts';
