import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Outbox } from '#outbox';
import { Database, Environment, EventLog } from '#platform';
import { DrainLane } from '#triage';

/**
 * Looks in PostgreSQL for waiting work at short intervals and does it here and now, queue or no queue. This is what
 * makes a lost wake-up, an emptied Redis or a dead one cost seconds and not a referral.
 */
@Injectable()
export class Sweep implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly drainLane: DrainLane,
    private readonly environment: Environment,
    private readonly log: EventLog,
  ) {}

  start(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.sweep().finally(() => {
        this.start();
      });
    }, this.environment.SWEEP_INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private async sweep(): Promise<void> {
    try {
      const lanes = await this.database.inTransaction((tx) => this.outbox.lanesWithWork(tx));
      for (const lane of lanes) await this.drainLane.execute(lane);
    } catch (error: unknown) {
      this.log.fault('sweep.failed', error);
    }
  }
}
