import { Module } from '@nestjs/common';
import { QualityModule } from '#quality';
import { DifferenceController } from './difference.controller.ts';
import { RatingController } from './rating.controller.ts';
import { SamplesController } from './samples.controller.ts';

/** Pages about second opinions. */
@Module({ imports: [QualityModule], controllers: [SamplesController, RatingController, DifferenceController] })
export class QualityPagesModule {}
