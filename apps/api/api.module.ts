import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { EvidenceModule } from '#audit';
import { CaseAccessModule } from '#case-access';
import { ChallengesModule } from '#challenges';
import { ChronologyModule } from '#chronology';
import { ClocksModule } from '#clocks';
import { DecisionsModule, TimingModule } from '#decisions';
import { EnquiriesModule } from '#enquiries';
import { FamilyModule } from '#family';
import { IntakeModule } from '#intake';
import { NotificationsModule } from '#notifications';
import {
  commandPipe,
  Environment,
  EventLog,
  Limits,
  PlatformModule,
  ProblemFilter,
  REQUEST_PATIENCE,
  requiredSetting,
} from '#platform';
import { RetentionModule } from '#retention';
import { RuleSetsModule } from '#rule-sets';
import { TokensModule } from '#sign-in';
import { Vault, VaultModule } from '#vault';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { AuditLogController } from './audit/audit-log.controller.ts';
import { EvidenceController } from './audit/evidence.controller.ts';
import { BearerGuard } from './auth/bearer.guard.ts';
import { AccessEventsController } from './case-access/access-events.controller.ts';
import { AlertsController } from './case-access/alerts.controller.ts';
import { BreakGlassController } from './case-access/break-glass.controller.ts';
import { RestrictionController } from './case-access/restriction.controller.ts';
import { CaseActionsController } from './cases/case-actions.controller.ts';
import { CasesController } from './cases/cases.controller.ts';
import { DecisionsController } from './cases/decisions.controller.ts';
import { CaseCourseController } from './clocks/case-course.controller.ts';
import { ClocksController } from './clocks/clocks.controller.ts';
import { ForecastController } from './clocks/forecast.controller.ts';
import { ChronologyExportController } from './chronology/chronology-export.controller.ts';
import { ChronologyController } from './chronology/chronology.controller.ts';
import { CaseChallengesController } from './challenges/case-challenges.controller.ts';
import { ChallengeStepsController } from './challenges/challenge-steps.controller.ts';
import { ChallengesController } from './challenges/challenges.controller.ts';
import { FamilyReviewsController } from './challenges/family-reviews.controller.ts';
import { ReferralChallengesController } from './challenges/referral-challenges.controller.ts';
import { AskedAgencyController } from './enquiries/asked-agency.controller.ts';
import { EnquiryBasisController } from './enquiries/basis.controller.ts';
import { EnquiriesController } from './enquiries/enquiries.controller.ts';
import { CaseMessagesController } from './notifications/case-messages.controller.ts';
import { MeController } from './notifications/me.controller.ts';
import { NotifyCallbackController } from './notifications/notify-callback.controller.ts';
import { CandidatesController } from './family/candidates.controller.ts';
import { FamilyController } from './family/family.controller.ts';
import { HistoryController } from './history/history.controller.ts';
import { InformationController } from './history/information.controller.ts';
import { ReferralsController } from './referrals/referrals.controller.ts';
import { DisposalRecordsController } from './retention/disposal-records.controller.ts';
import { DisposalsController } from './retention/disposals.controller.ts';
import { DisposedInterceptor } from './retention/disposed.interceptor.ts';
import { LegalHoldsController } from './retention/legal-holds.controller.ts';
import { ActivationController } from './rule-sets/activation.controller.ts';
import { RuleSetFilesController } from './rule-sets/rule-set-files.controller.ts';
import { RuleSetJobsController } from './rule-sets/rule-set-jobs.controller.ts';
import { RuleSetsController } from './rule-sets/rule-sets.controller.ts';
import { RulesController } from './rule-sets/rules.controller.ts';
import { ThresholdDocumentController } from './rule-sets/threshold-document.controller.ts';
import { Door } from './service/door.ts';
import { HealthController } from './service/health.controller.ts';
import { SchemasController } from './service/schemas.controller.ts';
import { SubjectAccessController } from './subject-access/subject-access.controller.ts';
import { WebhookDeliveriesController } from './webhooks/webhook-deliveries.controller.ts';
import { WebhooksController } from './webhooks/webhooks.controller.ts';

const CONTROLLERS = [
  ReferralsController,
  AttachmentsController,
  CasesController,
  AccessEventsController,
  RestrictionController,
  BreakGlassController,
  AlertsController,
  CaseActionsController,
  DecisionsController,
  ClocksController,
  CaseCourseController,
  ForecastController,
  HistoryController,
  InformationController,
  FamilyController,
  CandidatesController,
  ChronologyController,
  ChronologyExportController,
  EnquiriesController,
  EnquiryBasisController,
  AskedAgencyController,
  ReferralChallengesController,
  CaseChallengesController,
  ChallengesController,
  ChallengeStepsController,
  FamilyReviewsController,
  RuleSetFilesController,
  RuleSetsController,
  RulesController,
  RuleSetJobsController,
  ActivationController,
  ThresholdDocumentController,
  SubjectAccessController,
  LegalHoldsController,
  DisposalsController,
  DisposalRecordsController,
  AuditLogController,
  EvidenceController,
  HealthController,
  SchemasController,
  WebhooksController,
  WebhookDeliveriesController,
  MeController,
  CaseMessagesController,
  NotifyCallbackController,
];

@Module({})
export class ApiModule {
  static forProcess(environment: Environment): DynamicModule {
    const databaseUrl = requiredSetting(environment, 'DATABASE_URL');
    const as = { databaseUrl, applicationName: 'front-door-api', patience: REQUEST_PATIENCE };
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forProcess(environment, as),
        VaultModule,
        EvidenceModule,
        TokensModule,
        IntakeModule,
        CaseAccessModule,
        DecisionsModule,
        TimingModule,
        ClocksModule,
        ChronologyModule,
        EnquiriesModule,
        ChallengesModule,
        FamilyModule,
        RuleSetsModule,
        NotificationsModule,
        RetentionModule,
      ],
      controllers: CONTROLLERS,
      providers: [
        { provide: Limits, useFactory: limitsOf, inject: [Environment, EventLog, Vault] },
        Door,
        { provide: APP_GUARD, useClass: BearerGuard },
        { provide: APP_INTERCEPTOR, useClass: DisposedInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: commandPipe },
      ],
    };
  }
}

/** Counts go by names that nobody without the key can trace to an address or a person. */
function limitsOf(environment: Environment, log: EventLog, vault: Vault): Limits {
  return new Limits(environment, log, (subject) => vault.blindIndex('rate_limit', subject));
}
