import { Module } from '@nestjs/common';
import { RuleSetsModule } from '#rule-sets';
import { CheckThresholds } from './check-thresholds.ts';

/** For pages that everybody may open. */
@Module({ imports: [RuleSetsModule], providers: [CheckThresholds], exports: [CheckThresholds, RuleSetsModule] })
export class ThresholdCheckModule {}
