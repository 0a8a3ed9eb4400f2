export { DrainLane } from './drain-lane.ts';
export { TriageModule } from './triage.module.ts';
export type { TriageRun } from './triage-run.ts';
export { TriageRunRepository } from './store/triage-run.repository.ts';
