import { Module } from '@nestjs/common';
import { CaseAccessModule } from '#case-access';
import { ClocksModule } from '#clocks';
import { Messages } from '#messages';
import { AcceptHandover } from './accept-handover.ts';
import { CaseCourse } from './case-course.ts';
import { ExplainBreach } from './explain-breach.ts';
import { HandOver } from './hand-over.ts';
import { ListClocks } from './list-clocks.ts';
import { PauseClock } from './pause-clock.ts';
import { RecordMilestone } from './record-milestone.ts';
import { ResumeClock } from './resume-clock.ts';

const USE_CASES = [ListClocks, RecordMilestone, PauseClock, ResumeClock, ExplainBreach, HandOver, AcceptHandover];

/** What people do about the clocks of a case. */
@Module({
  imports: [CaseAccessModule, ClocksModule],
  providers: [Messages, CaseCourse, ...USE_CASES],
  exports: USE_CASES,
})
export class TimingModule {}
