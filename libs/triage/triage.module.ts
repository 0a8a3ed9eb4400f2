import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { RuleSetWorkModule } from '#rule-sets';
import { DrainLane } from './drain-lane.ts';
import { TriageRunRepository } from './store/triage-run.repository.ts';
import { TriageStore } from './store/triage.store.ts';
import { TriageCase } from './triage-case.ts';
import { TriageFaults } from './triage-faults.ts';
import { WorkerProcess } from './worker-process.ts';

@Module({
  imports: [IntakeModule, RuleSetWorkModule],
  providers: [TriageRunRepository, TriageStore, TriageCase, TriageFaults, WorkerProcess, DrainLane],
  exports: [IntakeModule, DrainLane],
})
export class TriageModule {}
