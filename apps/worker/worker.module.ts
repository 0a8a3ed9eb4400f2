import { type DynamicModule, Module } from '@nestjs/common';
import { SealingModule } from '#audit';
import { ClockWorkModule } from '#clocks';
import { WorklistWorkModule } from '#decisions';
import { RemoveExpiredDrafts } from '#drafts';
import { EnquiriesWorkModule } from '#enquiries';
import { ForgetUploads, ScanningModule } from '#intake';
import { JobQueues, JobWorkers, QUEUE_BACKEND, queueBackendOf, queueTelemetry } from '#jobs';
import { NotificationWorkModule } from '#notifications';
import { WakeRelay } from '#outbox';
import { ENGINE_PATIENCE, type Environment, PlatformModule, requiredSetting } from '#platform';
import { RetentionWorkModule } from '#retention';
import { RuleSetWorkModule } from '#rule-sets';
import { ForgetExpired } from '#sign-in';
import { TriageModule } from '#triage';
import { VaultModule } from '#vault';
import { Housekeepers } from './housekeepers.ts';
import { Housekeeping } from './housekeeping.ts';
import { SealLoop } from './seal-loop.ts';
import { Sweep } from './sweep.ts';
import { WorkFigures } from './work-figures.ts';

/** The engine's process: relay, consumers and sweep, connected as the role that cannot decide. */
@Module({})
export class WorkerModule {
  static forProcess(environment: Environment): DynamicModule {
    const as = {
      databaseUrl: requiredSetting(environment, 'ENGINE_DATABASE_URL'),
      applicationName: 'front-door-worker',
      patience: ENGINE_PATIENCE,
    };
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forProcess(environment, as),
        VaultModule,
        SealingModule,
        NotificationWorkModule,
        ClockWorkModule,
        ScanningModule,
        RuleSetWorkModule,
        RetentionWorkModule,
        EnquiriesWorkModule,
        WorklistWorkModule,
        TriageModule,
      ],
      providers: [
        {
          provide: QUEUE_BACKEND,
          useFactory: async () => queueBackendOf(environment, await queueTelemetry(environment)),
        },
        JobQueues,
        JobWorkers,
        WakeRelay,
        ForgetExpired,
        RemoveExpiredDrafts,
        ForgetUploads,
        Housekeepers,
        Housekeeping,
        SealLoop,
        Sweep,
        WorkFigures,
      ],
    };
  }
}
