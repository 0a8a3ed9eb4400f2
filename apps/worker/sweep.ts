import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { steadyFaultLog, type Workload, WORKLOADS } from '#jobs';
import { Environment, EventLog } from '#platform';
import { RunJobs } from '#rule-sets';
import { SweepLane } from '#triage';
import { Housekeeping } from './housekeeping.ts';

/**
 * Looks in PostgreSQL for waiting work at short intervals and does it here and now, queue or no queue. This is what
 * makes a lost wake-up, an emptied Redis or a dead one cost seconds and not a referral. Each workload has a sweep
 * of its own: a backlog of standard cases, or a backtest, must not keep a red one waiting.
 */
@Injectable()
export class Sweep implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: readonly Promise<void>[] = [];

  constructor(
    private readonly sweepLane: SweepLane,
    private readonly runJobs: RunJobs,
    private readonly housekeeping: Housekeeping,
    private readonly environment: Environment,
    private readonly log: EventLog,
  ) {}

  start(): void {
    this.running = WORKLOADS.map((workload) => this.sweep(workload));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async sweep(workload: Workload): Promise<void> {
    const onFault = steadyFaultLog(this.log, 'sweep.failed', workload);
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.drain(workload).catch(onFault);
      await sleep(this.environment.SWEEP_INTERVAL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private drain(workload: Workload): Promise<void> {
    if (workload === 'rule_sets') return this.runJobs.execute();
    return workload === 'housekeeping' ? this.housekeeping.execute() : this.sweepLane.execute(workload);
  }
}
