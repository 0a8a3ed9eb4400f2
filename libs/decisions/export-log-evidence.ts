import { Injectable } from '@nestjs/common';
import { EvidencePacks, type LogExport } from '#audit';
import { visibleReferrals } from './visible-referrals.query.ts';

/**
 * The evidence pack of a month or of everything. Reasons about records that are restricted, and not open to who asks, are
 * withheld and marked as such; their entries and proofs are there.
 * @throws DomainError `not_found` when nothing of that time is sealed.
 */
@Injectable()
export class ExportLogEvidence {
  constructor(private readonly packs: EvidencePacks) {}

  execute(request: LogExport): Promise<AsyncIterable<string>> {
    return this.packs.ofLog(request, visibleReferrals);
  }
}
