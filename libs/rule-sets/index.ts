export { AbandonDraft } from './abandon-draft.ts';
export { ActivateRuleSet } from './activate-rule-set.ts';
export { afterRollBack, type WouldBeInForce } from './after-roll-back.ts';
export { type ApprovalObstacle, LEAST_JUSTIFICATION } from './approval-obstacles.ts';
export { ApproveRuleSet } from './approve-rule-set.ts';
export { ChangeDraft, type DraftChange } from './change-draft.ts';
export { CheckDraftRule, type RuleFaults } from './check-draft-rule.ts';
export { CompareRuleSets, type Comparison } from './compare-rule-sets.ts';
export { DraftRuleSet, type DraftRequest } from './draft-rule-set.ts';
export type { ExchangeFormat, FileFault, ReadResult } from './exchange/exchange-types.ts';
export { readRuleSet } from './exchange/read-rule-set.ts';
export { writeRuleSet } from './exchange/write-rule-set.ts';
export { FindApprovalObstacles } from './find-approval-obstacles.ts';
export { CaseFactsStore, type TriagedCase } from './history/case-facts-store.ts';
export { groupsOf } from './history/case-groups.ts';
export { jobBacklog } from './job-backlog.query.ts';
export { newestDay } from './newest-day.ts';
export { PublishThresholds } from './publish-thresholds.ts';
export { type LowerPage, ReadLowerList } from './read-lower-list.ts';
export { type LowerReader, ReadLowerReaders } from './read-lower-readers.ts';
export { type InForceThere, ReadRuleSets, type RuleSetOverview, type StandingAt } from './read-rule-sets.ts';
export { RequestJob } from './request-job.ts';
export { RollBack } from './roll-back.ts';
export { RuleSetsInForce } from './rule-set-in-force.ts';
export {
  type Activation,
  type ActivationId,
  type Approval,
  type JobKind,
  RULE_SET_STAGES,
  type RuleSetJob,
  type RuleSetJobId,
  type RuleSetStage,
  type RuleSetVersion,
  type RuleSetVersionId,
} from './rule-set-version.ts';
export { RuleSetWorkModule } from './rule-set-work.module.ts';
export { RuleSetsModule } from './rule-sets.module.ts';
export { RunJobs } from './run-jobs.ts';
export { SteerJob } from './steer-job.ts';
export { type KeptRuleSet, RuleSetContentRepository } from './store/rule-set-content.repository.ts';
export { type Trial, TryRules } from './try-rules.ts';
export type { Item } from './threshold-document/markdown/blocks.ts';
export { textAsHtml } from './threshold-document/markdown/render-html.ts';
export { type RuleInWords, RuleReader } from './threshold-document/rule-words.ts';
export { thresholdDocument } from './threshold-document/threshold-document.ts';
export { TryDraft } from './backtest/try-draft.ts';
export { ReplayHistory } from './backtest/replay-history.ts';
export { draftOfVersion } from './backtest/draft-of-version.ts';
export { lowerCaseIds } from './backtest/lower-case-ids.ts';
export { SyntheticHistory } from './history/synthetic-history.ts';
export { PublishedCells } from './backtest/shared/published-cells.ts';
export { suppressedCells } from './backtest/shared/suppress-cells.ts';
export { suppressSmallCells } from './backtest/shared/shared-backtest.ts';
export type { SharedBacktest } from './backtest/shared/shared-backtest.ts';
export type { BacktestReport } from './backtest/report.ts';
export { type Dimension, DIMENSIONS } from './backtest/dimensions.ts';
export type { ReplayReport } from './backtest/replay.ts';
