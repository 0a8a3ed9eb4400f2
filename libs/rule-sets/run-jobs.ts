import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database, EventLog } from '#platform';
import { BacktestRunner } from './backtest/backtest-runner.ts';
import { type ClaimedJob, RuleSetJobRepository } from './store/rule-set-job.repository.ts';
import { VerificationRunner } from './verification-runner.ts';

const LEASE_MS = 30_000;

/** Works verifications and backtests until none waits, one at a time and in small steps: triage goes on beside it. */
@Injectable()
export class RunJobs implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly jobs: RuleSetJobRepository,
    private readonly verifications: VerificationRunner,
    private readonly backtests: BacktestRunner,
    private readonly log: EventLog,
  ) {}

  /** Whoever asks while it works waits for the same round. */
  execute(): Promise<void> {
    this.running ??= this.drain().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running?.catch(() => undefined);
  }

  private async drain(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const job = await this.database.acrossAuthorities((tx) => this.jobs.claim(tx, LEASE_MS));
      if (job === null) return;
      await this.work(job);
    }
  }

  private async work(job: ClaimedJob): Promise<void> {
    try {
      if (job.kind === 'verify') await this.verifications.run(job, this.stopping.signal);
      else await this.backtests.run(job, this.stopping.signal);
    } catch (error: unknown) {
      this.log.fault('rule_set.job_failed', error, { jobId: job.id });
      const failure = 'The service failed; resume the job, and tell the administrator if it fails again.';
      await this.database.inTransaction({ authorityId: job.authorityId }, (tx) =>
        this.jobs.stop(tx, job, 'failed', failure),
      );
    }
  }
}
