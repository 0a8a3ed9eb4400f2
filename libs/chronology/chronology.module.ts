import { Module } from '@nestjs/common';
import { EvidenceModule } from '#audit';
import { CaseAccessModule } from '#case-access';
import { DecisionsModule } from '#decisions';
import { IntakeModule } from '#intake';
import { AddChronologyEvent } from './add-chronology-event.ts';
import { CommittedChronology } from './committed-chronology.ts';
import { ChronologyStores } from './chronology-stores.ts';
import { ChronologyAccess, ExportChronology } from './export/export-chronology.ts';
import { FindReading } from './find-reading.ts';
import { ReadChronology } from './read-chronology.ts';
import { ChronologyAnalysisRepository } from './store/chronology-analysis.repository.ts';
import { ChronologyEventRepository } from './store/chronology-event.repository.ts';
import { WriteAnalysis } from './write-analysis.ts';

const USE_CASES = [ReadChronology, AddChronologyEvent, WriteAnalysis, ExportChronology];

@Module({
  imports: [EvidenceModule, CaseAccessModule, DecisionsModule, IntakeModule],
  providers: [
    ChronologyEventRepository,
    ChronologyAnalysisRepository,
    ChronologyStores,
    ChronologyAccess,
    CommittedChronology,
    FindReading,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class ChronologyModule {}
