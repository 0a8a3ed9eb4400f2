import type { Activation, Approval, RuleSetJob, RuleSetStage, RuleSetVersion } from './rule-set-version.ts';

/** A version with everything that has been done about it. */
export interface Standing {
  readonly version: RuleSetVersion;
  /** The latest finished verification and backtest of exactly the present content. */
  readonly verification: RuleSetJob | null;
  readonly backtest: RuleSetJob | null;
  readonly approval: Approval | null;
  readonly activations: readonly Activation[];
  /** Areas in which it is the one in force today. */
  readonly inForceIn: readonly string[];
}

/** How far a version has come, on a day (`YYYY-MM-DD`). A safe verification comes before a backtest counts. */
export function stageOf(standing: Standing, today: string): RuleSetStage {
  const { version, verification, backtest, approval, activations, inForceIn } = standing;
  if (version.abandonedAt !== null) return 'abandoned';
  if (inForceIn.length > 0) return 'active';
  if (approval !== null) {
    const standingOnes = activations.filter((one) => one.withdrawnAt === null);
    if (standingOnes.some((one) => one.fromDate > today)) return 'scheduled';
    return activations.length > 0 ? 'superseded' : 'approved';
  }
  if (verification?.outcome !== 'safe') return 'draft';
  return backtest === null ? 'verified' : 'backtested';
}
