import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LANES, type Lane } from '#domain';
import { steadyFaultLog } from '#jobs';
import { Environment, EventLog } from '#platform';
import { DrainLane } from '#triage';

/**
 * Looks in PostgreSQL for waiting work at short intervals and does it here and now, queue or no queue. This is what
 * makes a lost wake-up, an emptied Redis or a dead one cost seconds and not a referral. Each lane has a sweep of its
 * own: a backlog of standard cases must not keep a red one waiting.
 */
@Injectable()
export class Sweep implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: readonly Promise<void>[] = [];

  constructor(
    private readonly drainLane: DrainLane,
    private readonly environment: Environment,
    private readonly log: EventLog,
  ) {}

  start(): void {
    this.running = LANES.map((lane) => this.sweep(lane));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async sweep(lane: Lane): Promise<void> {
    const onFault = steadyFaultLog(this.log, 'sweep.failed', lane);
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.drainLane.execute(lane).catch(onFault);
      await sleep(this.environment.SWEEP_INTERVAL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
