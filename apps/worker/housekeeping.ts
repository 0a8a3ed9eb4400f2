import { Injectable } from '@nestjs/common';
import { EventLog } from '#platform';

/** One kind of work that may wait a moment. Finds its own work in PostgreSQL, and is safe to run twice. */
export interface Housekeeper {
  execute(): Promise<void>;
}

/** Does everything that may wait a moment, each kind beside the others: none holds another up, or fails with it. */
@Injectable()
export class Housekeeping {
  private running: Promise<void> | null = null;
  private readonly keepers: Readonly<Record<string, Housekeeper>>;

  constructor(private readonly log: EventLog) {
    this.keepers = {};
  }

  /** Whoever asks while it works waits for the same round. */
  execute(): Promise<void> {
    this.running ??= this.round().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async round(): Promise<void> {
    await Promise.all(
      Object.entries(this.keepers).map(async ([code, keeper]) => {
        await keeper.execute().catch((error: unknown) => {
          this.log.fault('housekeeping.failed', error, { code });
        });
      }),
    );
  }
}
