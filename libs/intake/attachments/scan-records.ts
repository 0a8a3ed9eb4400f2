import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Clock } from '#domain';
import { CLOCK } from '#platform';
import { AttachmentStore } from './attachment-store.ts';
import { ScanQueue } from './scan-queue.ts';

/** What a scan reads and writes. */
@Injectable()
export class ScanRecords {
  constructor(
    readonly queue: ScanQueue,
    readonly attachments: AttachmentStore,
    readonly audit: AuditTrail,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}
}
