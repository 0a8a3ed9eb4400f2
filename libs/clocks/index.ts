/** The clocks of cases: started, paused, stopped, and what happens before and when one runs out. Source: domain pack 2.6, 2.7, 4.3. */
export { BREACH_REASONS, type BreachReasonCode } from './breach-reasons.ts';
export type { CaseClock, ClockOwner, NewClock } from './case-clock.ts';
export { CaseClocks, type ClockOptions, type OwnerAtEvent } from './case-clocks.ts';
export { clockStatus } from './clock-status.ts';
export { ClockWorkModule } from './clock-work.module.ts';
export { ClocksModule } from './clocks.module.ts';
export { emergencyDutyPages } from './emergency-duty-pages.ts';
export { firstClocks, type FirstClocks } from './first-clocks.ts';
export { escalationBacklog } from './escalation-backlog.query.ts';
export { Forecast, type FrontDoorForecast } from './forecast/forecast.ts';
export type { DayForecast } from './forecast/forecast-day.ts';
export { type Handover, Handovers } from './handovers.ts';
export { HoldClock } from './hold-clock.ts';
export { KeepClocks } from './keep-clocks.ts';
export { MILESTONE_SOURCES, Milestones, type MilestoneSource, type ReachedMilestone } from './milestones.ts';
export { type ClockDetail, ReadClocks } from './read-clocks.ts';
