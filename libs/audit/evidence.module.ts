import { Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.ts';
import { Disclosures } from './evidence/disclosures.ts';
import { EvidenceKey } from './evidence/evidence-key.ts';
import { EvidencePacks } from './evidence/evidence-packs.ts';
import { RecordReaders } from './verify/record-readers.ts';
import { VerifyLog } from './verify/verify-log.ts';
import { VerifyTrail } from './verify/verify-trail.ts';
import { ReadLog } from './read-log.ts';

/** Reading the log, and taking evidence out of it. */
@Module({
  providers: [AuditTrail, EvidenceKey, Disclosures, EvidencePacks, ReadLog, RecordReaders, VerifyLog, VerifyTrail],
  exports: [EvidencePacks, ReadLog, RecordReaders, VerifyLog, VerifyTrail],
})
export class EvidenceModule {}
