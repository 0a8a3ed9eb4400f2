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
import { TellOfProposal } from './tell-of-proposal.ts';
import { TellOfRaise } from './tell-of-raise.ts';
import { TriageCase } from './triage-case.ts';
import { TriageFaults } from './triage-faults.ts';
import { WorkerProcess } from './worker-process.ts';

@Module({
  imports: [ClocksModule, HistoryModule, IntakeModule, PeopleModule, RuleSetWorkModule],
  providers: [
    ...[TriageRunRepository, TriageStore, ReadCaseInput, TriageCase, AskFamily, MessageWork],
    ...[Messages, TellOfRaise, PassOn, TellOfProposal],
    ...[TriageFaults, WorkerProcess, DrainLane, NameEarlierPeople],
  ],
  exports: [IntakeModule, DrainLane, NameEarlierPeople],
})
export class TriageModule {}
