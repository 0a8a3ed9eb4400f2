import { type DynamicModule, Module } from '@nestjs/common';
import { JobQueues, JobWorkers, QUEUE_BACKEND, queueBackendOf } from '#jobs';
import { WakeRelay } from '#outbox';
import { type Environment, PlatformModule, requiredSetting } from '#platform';
import { RuleSetWorkModule } from '#rule-sets';
import { TriageModule } from '#triage';
import { Housekeeping } from './housekeeping.ts';
import { Sweep } from './sweep.ts';

/** The engine's process: relay, consumers and sweep, connected as the role that cannot decide. */
@Module({})
export class WorkerModule {
  static forProcess(environment: Environment): DynamicModule {
    const as = {
      databaseUrl: requiredSetting(environment, 'ENGINE_DATABASE_URL'),
      applicationName: 'front-door-worker',
    };
    return {
      module: WorkerModule,
      imports: [PlatformModule.forProcess(environment, as), RuleSetWorkModule, TriageModule],
      providers: [
        { provide: QUEUE_BACKEND, useFactory: () => queueBackendOf(environment) },
        JobQueues,
        JobWorkers,
        WakeRelay,
        Housekeeping,
        Sweep,
      ],
    };
  }
}
