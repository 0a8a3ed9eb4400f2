import { Injectable } from '@nestjs/common';
import { EventLog } from '#platform';
import { Housekeepers } from './housekeepers.ts';

/** Does everything that may wait a moment, each kind beside the others: none holds another up, or fails with it. */
@Injectable()
export class Housekeeping {
  private running: Promise<void> | null = null;

  constructor(
    private readonly log: EventLog,
    private readonly keepers: Housekeepers,
  ) {}

  /** Whoever asks while it works waits for the same round. */
  execute(): Promise<void> {
    this.running ??= this.round().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async round(): Promise<void> {
    await Promise.all(
      Object.entries(this.keepers.all).map(async ([code, keeper]) => {
        await keeper.execute().catch((error: unknown) => {
          this.log.fault('housekeeping.failed', error, { code });
        });
      }),
    );
  }
}
