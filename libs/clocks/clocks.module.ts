import { Module } from '@nestjs/common';
import { CaseClocks } from './case-clocks.ts';
import { Forecast } from './forecast/forecast.ts';
import { Handovers } from './handovers.ts';
import { HoldClock } from './hold-clock.ts';
import { Milestones } from './milestones.ts';
import { ReadClocks } from './read-clocks.ts';
import { ClockStanding } from './store/clock-standing.query.ts';
import { ClockRepository } from './store/clock.repository.ts';
import { EscalationRepository } from './store/escalation.repository.ts';
import { PauseRepository } from './store/pause.repository.ts';

const SHARED = [CaseClocks, HoldClock, ReadClocks, Milestones, Handovers, Forecast];

@Module({
  providers: [ClockRepository, ClockStanding, EscalationRepository, PauseRepository, ...SHARED],
  exports: SHARED,
})
export class ClocksModule {}
