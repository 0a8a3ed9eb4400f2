import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LANES } from '#domain';
import { EventLog } from '#platform';
import { DrainLane } from '#triage';
import { Housekeepers } from './housekeepers.ts';

/** Between two rounds, however often somebody asks: a round looks for work of every kind. */
const REST_MS = 200;
/** Children go before messages: while cases are worked, a round waits, but no longer than this. */
const PATIENCE_MS = 800;
const LOOK_AGAIN_MS = 40;

/** Does everything that may wait a moment, each kind beside the others: none holds another up, or fails with it. */
@Injectable()
export class Housekeeping {
  private running: Promise<void> | null = null;
  private endedAt = -Infinity;

  constructor(
    private readonly log: EventLog,
    private readonly keepers: Housekeepers,
    private readonly drainLane: DrainLane,
  ) {}

  /** Whoever asks while it rests waits for the next round; whoever asks while it works, for the same. */
  execute(): Promise<void> {
    this.running ??= this.round().finally(() => {
      this.endedAt = performance.now();
      this.running = null;
    });
    return this.running;
  }

  private async round(): Promise<void> {
    await this.rest();
    await Promise.all(
      Object.entries(this.keepers.all).map(async ([code, keeper]) => {
        await keeper.execute().catch((error: unknown) => {
          this.log.fault('housekeeping.failed', error, { code });
        });
      }),
    );
  }

  private async rest(): Promise<void> {
    const since = performance.now() - this.endedAt;
    if (since < REST_MS) await sleep(REST_MS - since);
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until && LANES.some((lane) => this.drainLane.isAtWork(lane))) await sleep(LOOK_AGAIN_MS);
  }
}
