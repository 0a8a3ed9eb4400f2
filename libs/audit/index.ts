export {
  ACCESS_ACTIONS,
  type AccessAction,
  type AuditAction,
  type AuditEntry,
  type RecordedEvent,
} from './audit-event.ts';
export { AuditTrail } from './audit-trail.ts';
export { EvidenceModule } from './evidence.module.ts';
export { EvidencePacks, type LogExport } from './evidence/evidence-packs.ts';
export { type ConsistencyProof, type InclusionProof, type LogHead, ReadLog } from './read-log.ts';
export { sealBacklog } from './seal-backlog.query.ts';
export { SealAudit } from './sealing/seal-audit.ts';
export { keyJson, newSigningKey, type PublicKey, publicKeyOf, SigningKey, TrustedKeys } from './sealing/signing-key.ts';
export { headJson } from './sealing/tree-head.ts';
export { SealingModule } from './sealing.module.ts';
export type { LoggedEvent } from './store/entry.query.ts';
export { LogFault } from './verify/log-fault.ts';
export { oneByOne, RecordReaders, type ReadRecords } from './verify/record-readers.ts';
export { type Soundness, VerifyLog } from './verify/verify-log.ts';
export { type TrailSoundness, VerifyTrail } from './verify/verify-trail.ts';
