import { Module } from '@nestjs/common';
import { BacktestRunner } from './backtest/backtest-runner.ts';
import { CaseFactsStore } from './history/case-facts-store.ts';
import { KeepShipped } from './keep-shipped.ts';
import { RuleSetsInForce } from './rule-set-in-force.ts';
import { RunJobs } from './run-jobs.ts';
import { RuleSetContentRepository } from './store/rule-set-content.repository.ts';
import { RuleSetJobRepository } from './store/rule-set-job.repository.ts';
import { RuleSetRepository } from './store/rule-set.repository.ts';
import { VerificationRunner } from './verification-runner.ts';

/** What the engine needs of rule sets: which one is in force, history to record, verifications and backtests to run. */
@Module({
  providers: [
    RuleSetContentRepository,
    RuleSetJobRepository,
    RuleSetRepository,
    RuleSetsInForce,
    CaseFactsStore,
    BacktestRunner,
    KeepShipped,
    VerificationRunner,
    RunJobs,
  ],
  exports: [RuleSetContentRepository, RuleSetsInForce, CaseFactsStore, RunJobs],
})
export class RuleSetWorkModule {}
