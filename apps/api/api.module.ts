import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DecisionsModule } from '#decisions';
import { IntakeModule } from '#intake';
import { commandPipe, type Environment, PlatformModule, ProblemFilter, requiredSetting } from '#platform';
import { RuleSetsModule } from '#rule-sets';
import { BearerGuard } from './auth/bearer.guard.ts';
import { TokenVerifier } from './auth/token-verifier.ts';
import { CaseActionsController } from './cases/case-actions.controller.ts';
import { CasesController } from './cases/cases.controller.ts';
import { DecisionsController } from './cases/decisions.controller.ts';
import { ReferralsController } from './referrals/referrals.controller.ts';
import { ActivationController } from './rule-sets/activation.controller.ts';
import { RuleSetFilesController } from './rule-sets/rule-set-files.controller.ts';
import { RuleSetJobsController } from './rule-sets/rule-set-jobs.controller.ts';
import { RuleSetsController } from './rule-sets/rule-sets.controller.ts';
import { RulesController } from './rule-sets/rules.controller.ts';
import { ThresholdDocumentController } from './rule-sets/threshold-document.controller.ts';
import { HealthController } from './service/health.controller.ts';
import { SchemasController } from './service/schemas.controller.ts';

@Module({})
export class ApiModule {
  static forProcess(environment: Environment): DynamicModule {
    const as = { databaseUrl: requiredSetting(environment, 'DATABASE_URL'), applicationName: 'front-door-api' };
    return {
      module: ApiModule,
      imports: [PlatformModule.forProcess(environment, as), IntakeModule, DecisionsModule, RuleSetsModule],
      controllers: [
        ReferralsController,
        CasesController,
        CaseActionsController,
        DecisionsController,
        RuleSetFilesController,
        RuleSetsController,
        RulesController,
        RuleSetJobsController,
        ActivationController,
        ThresholdDocumentController,
        HealthController,
        SchemasController,
      ],
      providers: [
        TokenVerifier,
        { provide: APP_GUARD, useClass: BearerGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: commandPipe },
      ],
    };
  }
}
