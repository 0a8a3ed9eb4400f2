export { DrainLane } from './drain-lane.ts';
export { SweepLane } from './sweep-lane.ts';
export { TriageModule } from './triage.module.ts';
export type { TriageRun } from './triage-run.ts';
export { TriageRunRepository } from './store/triage-run.repository.ts';
export {
  ABUSE_SIGNS,
  type AbuseSign,
  ADULT_SIGNS,
  type AdultSign,
  BABY_AGES,
  type BabyAge,
  type CheckAnswers,
  EARLY_HELP_ANSWERS,
} from './threshold-check/check-answers.ts';
export { type CheckedThresholds, CheckThresholds } from './threshold-check/check-thresholds.ts';
export { ThresholdCheckModule } from './threshold-check/threshold-check.module.ts';
