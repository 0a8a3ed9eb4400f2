import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { CaseRepository, ReferralRepository } from '#intake';
import { ComputeDisposals } from './disposal/compute-disposals.ts';
import { DestroyRecords } from './disposal/destroy-records.ts';
import { DisposalRecord } from './disposal/disposal-record.ts';
import { KeepRetention } from './disposal/keep-retention.ts';
import { ReadRetentionFacts } from './schedule/read-retention-facts.ts';

/** What housekeeping needs of retention. */
@Module({
  providers: [
    ...[AuditTrail, CaseRepository, ReferralRepository],
    ...[ReadRetentionFacts, DisposalRecord, ComputeDisposals, DestroyRecords, KeepRetention],
  ],
  exports: [KeepRetention],
})
export class RetentionWorkModule {}
