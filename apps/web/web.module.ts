import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CaseAccessModule } from '#case-access';
import { Environment, EventLog, Limits, PlatformModule, REQUEST_PATIENCE, requiredSetting } from '#platform';
import { SignInModule } from '#sign-in';
import { Vault, VaultModule } from '#vault';
import { AccountController } from './account/account.controller.ts';
import { AuditPagesModule } from './audit/audit-pages.module.ts';
import { OversightPagesModule } from './oversight/oversight-pages.module.ts';
import { QualityPagesModule } from './quality/quality-pages.module.ts';
import { BreakGlassController } from './break-glass/break-glass.controller.ts';
import { BulkPagesModule } from './bulk/bulk-pages.module.ts';
import { CheckPagesModule } from './check/check-pages.module.ts';
import { PartnerPagesModule } from './partner/partner-pages.module.ts';
import { CasePagesModule } from './case/case-pages.module.ts';
import { LanguageController } from './door/language.controller.ts';
import { LateForms } from './door/late-forms.ts';
import { HelpPagesModule } from './help/help-pages.module.ts';
import { NoticesPagesModule } from './notices/notices-pages.module.ts';
import { PageGuard } from './door/page.guard.ts';
import { PageFilter } from './pages/page.filter.ts';
import { PagesModule } from './pages/pages.module.ts';
import { ReferralPagesModule } from './referral/referral-pages.module.ts';
import { SelfReferralPagesModule } from './self-referral/self-referral-pages.module.ts';
import { TelephonePagesModule } from './telephone/telephone-pages.module.ts';
import { RecordPagesModule } from './records/record-pages.module.ts';
import { RulesPagesModule } from './rules/rules-pages.module.ts';
import { ServiceController } from './service/service.controller.ts';
import { SignInController } from './sign-in/sign-in.controller.ts';
import { SignOutController } from './sign-in/sign-out.controller.ts';
import { StartController } from './start/start.controller.ts';
import { WorklistPagesModule } from './worklist/worklist-pages.module.ts';

@Module({})
export class WebModule {
  static forProcess(environment: Environment): DynamicModule {
    const databaseUrl = requiredSetting(environment, 'DATABASE_URL');
    const as = { databaseUrl, applicationName: 'front-door-web', patience: REQUEST_PATIENCE };
    return {
      module: WebModule,
      imports: [
        ...[PlatformModule.forProcess(environment, as), VaultModule, SignInModule, CaseAccessModule, PagesModule],
        CasePagesModule,
        ...[PartnerPagesModule, CheckPagesModule, BulkPagesModule],
        ...[AuditPagesModule, QualityPagesModule, OversightPagesModule],
        ...[ReferralPagesModule, TelephonePagesModule, SelfReferralPagesModule],
        ...[HelpPagesModule, NoticesPagesModule, RecordPagesModule, RulesPagesModule, WorklistPagesModule],
      ],
      controllers: [
        LanguageController,
        StartController,
        SignInController,
        SignOutController,
        AccountController,
        BreakGlassController,
        ServiceController,
      ],
      providers: [
        ...[LateForms, PageFilter],
        { provide: Limits, useFactory: limitsOf, inject: [Environment, EventLog, Vault] },
        { provide: APP_GUARD, useClass: PageGuard },
      ],
    };
  }
}

/** Addresses are counted under a name that does not lead back to them. */
function limitsOf(environment: Environment, log: EventLog, vault: Vault): Limits {
  return new Limits(environment, log, (subject) => vault.blindIndex('rate_limit', subject));
}
