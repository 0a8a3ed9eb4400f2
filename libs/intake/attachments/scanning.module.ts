import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { AttachmentStore } from './attachment-store.ts';
import { AttachmentRepository } from './attachment.repository.ts';
import { ScanAttachments } from './scan-attachments.ts';
import { ScanQueue } from './scan-queue.ts';
import { ScanRecords } from './scan-records.ts';

/** For the engine's process: the scanner's side of attachments. */
@Module({
  providers: [AuditTrail, AttachmentRepository, AttachmentStore, ScanQueue, ScanRecords, ScanAttachments],
  exports: [ScanAttachments],
})
export class ScanningModule {}
