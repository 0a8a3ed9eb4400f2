import { Module } from '@nestjs/common';
import { CaseAccessModule } from '#case-access';
import { ClocksModule } from '#clocks';
import { ReportingModule } from '#reporting';
import { RetentionModule } from '#retention';
import { RuleSetsModule } from '#rule-sets';
import { AccessController, CaseAccessController } from './access/access.controller.ts';
import { AlertsController } from './access/alerts.controller.ts';
import { BreakGlassReviewsController } from './access/break-glass-reviews.controller.ts';
import { OversightController } from './oversight.controller.ts';
import { ReportsController } from './reports.controller.ts';
import { DisposalRecordsController } from './retention/disposal-records.controller.ts';
import { DisposalsController } from './retention/disposals.controller.ts';
import { LegalHoldsController } from './retention/legal-holds.controller.ts';

/** Pages for managers and auditors who look over decisions, access and records. */
@Module({
  imports: [CaseAccessModule, ClocksModule, ReportingModule, RetentionModule, RuleSetsModule],
  controllers: [
    ...[OversightController, ReportsController, AccessController, CaseAccessController],
    ...[AlertsController, BreakGlassReviewsController],
    ...[DisposalsController, DisposalRecordsController, LegalHoldsController],
  ],
})
export class OversightPagesModule {}
