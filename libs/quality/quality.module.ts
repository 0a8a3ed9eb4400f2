import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { CaseAccessModule } from '#case-access';
import { DecisionsModule } from '#decisions';
import { IntakeModule } from '#intake';
import { CloseDifference } from './close-difference.ts';
import { DrawSample } from './draw-sample.ts';
import { QualityDesk } from './quality-desk.ts';
import { RateItem } from './rate-item.ts';
import { ReadBlind } from './read-blind.ts';
import { ReadSamples } from './read-samples.ts';
import { ItemRepository } from './store/item.repository.ts';
import { TakeItem } from './take-item.ts';

const USE_CASES = [DrawSample, ReadSamples, TakeItem, ReadBlind, RateItem, CloseDifference];

@Module({
  imports: [CaseAccessModule, DecisionsModule, IntakeModule],
  providers: [AuditTrail, ItemRepository, QualityDesk, ...USE_CASES],
  exports: USE_CASES,
})
export class QualityModule {}
