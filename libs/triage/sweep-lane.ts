import { Injectable } from '@nestjs/common';
import type { Lane } from '#domain';
import { Outbox } from '#outbox';
import { Database, EventLog, measure } from '#platform';
import { DrainLane } from './drain-lane.ts';

/** By then a wake-up has long arrived, unless it was lost. */
const UNHEARD_MS = 1_000;

/**
 * Reconciles queue and database: whatever waits is worked, and what no wake-up led anybody to is counted. After a queue
 * was emptied or away, that is how much it had forgotten.
 */
@Injectable()
export class SweepLane {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly drainLane: DrainLane,
    private readonly log: EventLog,
  ) {}

  async execute(lane: Lane): Promise<void> {
    // Who works the lane already was woken for it: what waits then waits its turn.
    if (!this.drainLane.isAtWork(lane)) await this.countUnheard(lane);
    await this.drainLane.execute(lane);
  }

  private async countUnheard(lane: Lane): Promise<void> {
    const count = await this.database.acrossAuthorities((tx) => this.outbox.countUnheard(tx, lane, UNHEARD_MS));
    if (count === 0) return;
    measure('front_door_sweep_found_total', { workload: lane }, count);
    this.log.info('sweep.found', { lane, count });
  }
}
