import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { DrainLane } from './drain-lane.ts';
import { KeepRuleSets } from './keep-rule-sets.ts';
import { TriageRunRepository } from './store/triage-run.repository.ts';
import { TriageStore } from './store/triage.store.ts';
import { TriageCase } from './triage-case.ts';
import { TriageFaults } from './triage-faults.ts';
import { WorkerProcess } from './worker-process.ts';

@Module({
  imports: [IntakeModule],
  providers: [TriageRunRepository, TriageStore, TriageCase, TriageFaults, WorkerProcess, DrainLane, KeepRuleSets],
  exports: [IntakeModule, DrainLane],
})
export class TriageModule {}
