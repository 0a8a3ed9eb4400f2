import { Module } from '@nestjs/common';
import { ClocksModule } from '#clocks';
import { HistoryModule } from '#history';
import { IntakeModule, NameEarlierPeople } from '#intake';
import { Messages } from '#messages';
import { PeopleModule } from '#people';
import { RuleSetWorkModule } from '#rule-sets';
import { AskFamily } from './ask-family.ts';
import { DrainLane } from './drain-lane.ts';
import { MessageWork } from './message-work.ts';
import { PassOn } from './pass-on.ts';
import { ReadCaseInput } from './read-case-input.ts';
import { TriageRunRepository } from './store/triage-run.repository.ts';
import { TriageStore } from './store/triage.store.ts';
import { SweepLane } from './sweep-lane.ts';
import { TellOfProposals } from './tell-of-proposals.ts';
import { TellOfRaise } from './tell-of-raise.ts';
import { TriageCases } from './triage-cases.ts';
import { TriageFaults } from './triage-faults.ts';
import { WorkBatch } from './work-batch.ts';
import { WorkerProcess } from './worker-process.ts';

@Module({
  imports: [ClocksModule, HistoryModule, IntakeModule, PeopleModule, RuleSetWorkModule],
  providers: [
    ...[TriageRunRepository, TriageStore, ReadCaseInput, TriageCases, AskFamily, MessageWork],
    ...[Messages, TellOfRaise, PassOn, TellOfProposals],
    ...[TriageFaults, WorkerProcess, WorkBatch, DrainLane, SweepLane, NameEarlierPeople],
  ],
  exports: [IntakeModule, DrainLane, SweepLane, NameEarlierPeople],
})
export class TriageModule {}
