import { Module } from '@nestjs/common';
import { EvidenceModule } from '#audit';
import { DecisionsModule } from '#decisions';
import { ReportingModule } from '#reporting';
import { RuleSetsModule } from '#rule-sets';
import { CaseAuditController, EvidenceController } from './case-audit.controller.ts';
import { DecisionsController } from './decisions.controller.ts';

/** Pages for managers and auditors about decisions. */
@Module({
  imports: [EvidenceModule, DecisionsModule, ReportingModule, RuleSetsModule],
  controllers: [CaseAuditController, EvidenceController, DecisionsController],
})
export class AuditPagesModule {}
