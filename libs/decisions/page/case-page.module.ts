import { Module } from '@nestjs/common';
import { CaseAccessModule } from '#case-access';
import { EnquiriesModule } from '#enquiries';
import { FamilyModule } from '#family';
import { HistoryModule } from '#history';
import { IntakeModule } from '#intake';
import { RuleSetsModule } from '#rule-sets';
import { DecisionsModule } from '../decisions.module.ts';
import { TimingModule } from '../timing/timing.module.ts';
import { CaseProgress, FamilyKnowledge } from './case-page-parts.ts';
import { ListSignOffs, SignOffRecords } from '../sign-off/list-sign-offs.ts';
import { CasePageParts, ReadCasePage } from './read-case-page.ts';

/** A case on one screen, and the decisions that wait for a second signature. */
@Module({
  imports: [
    ...[CaseAccessModule, DecisionsModule, EnquiriesModule, FamilyModule, HistoryModule],
    ...[IntakeModule, RuleSetsModule, TimingModule],
  ],
  providers: [CasePageParts, CaseProgress, FamilyKnowledge, SignOffRecords, ReadCasePage, ListSignOffs],
  exports: [ReadCasePage, ListSignOffs],
})
export class CasePageModule {}
