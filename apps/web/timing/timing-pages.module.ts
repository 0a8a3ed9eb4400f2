import { Module } from '@nestjs/common';
import { TimingModule } from '#decisions';
import { RecordsModule } from '../records/records.module.ts';
import { ClocksController } from './clocks.controller.ts';
import { CourseController } from './course.controller.ts';

/** What has to be done by when, and what was. */
@Module({ imports: [RecordsModule, TimingModule], controllers: [ClocksController, CourseController] })
export class TimingPagesModule {}
