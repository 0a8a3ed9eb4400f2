import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { CaseRepository } from '#intake';
import { Messages } from '#messages';
import { FoldWorklistCounts } from './fold-worklist-counts.ts';
import { ClaimTrail, ReleaseIdleClaims } from './release-idle-claims.ts';

/** What the worker needs to keep the worklists. */
@Module({
  providers: [AuditTrail, CaseRepository, Messages, ClaimTrail, FoldWorklistCounts, ReleaseIdleClaims],
  exports: [FoldWorklistCounts, ReleaseIdleClaims],
})
export class WorklistWorkModule {}
