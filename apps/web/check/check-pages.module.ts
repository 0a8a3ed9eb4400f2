import { Module } from '@nestjs/common';
import { ThresholdCheckModule } from '#triage';
import { CheckController } from './check.controller.ts';
import { ThresholdsController } from './thresholds.controller.ts';

/** The thresholds for everybody: to read, and to try. */
@Module({ imports: [ThresholdCheckModule], controllers: [CheckController, ThresholdsController] })
export class CheckPagesModule {}
