import { closeInTime, inTime } from './in-time.ts';
import type { WakeQueue } from './queue-backend.ts';

const PATIENCE_MS = 1_500;

/**
 * The producing end of one lane's queue. BullMQ remembers a fault at start-up for ever, so a queue that did not come up
 * is thrown away and made anew by the next wake-up.
 */
export class SteadyQueue {
  private queue: WakeQueue | null = null;
  private adding: Promise<void> | null = null;

  constructor(
    private readonly open: () => WakeQueue,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /**
   * Adds a job, or gives up after a moment. A job that is still on its way serves everyone who asks meanwhile: an
   * outage of hours leaves one of them waiting and not a heap.
   */
  async add(name: string, payload: object): Promise<void> {
    this.adding ??= this.addNow(name, payload).finally(() => {
      this.adding = null;
    });
    await inTime(this.adding, PATIENCE_MS);
  }

  async close(): Promise<void> {
    if (this.queue !== null) await closeInTime(this.queue);
  }

  private async addNow(name: string, payload: object): Promise<void> {
    const queue = (this.queue ??= this.openQueue());
    try {
      await queue.waitUntilReady();
    } catch (error: unknown) {
      this.queue = null;
      void closeInTime(queue);
      throw error;
    }
    await queue.add(name, payload);
  }

  private openQueue(): WakeQueue {
    const queue = this.open();
    queue.on('error', this.onFault);
    return queue;
  }
}
