import { closeInTime } from './in-time.ts';
import type { WakeWorker } from './queue-backend.ts';

const REST_MS = 1_000;

/**
 * The consuming end of one lane's queue, at rest for a moment after each fault. Left to itself, BullMQ's worker asks
 * again at once and takes a whole processor; and one that could not start never does, so it is made anew.
 */
export class SteadyWorker {
  private worker: WakeWorker;
  private state: 'starting' | 'ready' | 'failed' | 'closed' = 'starting';
  private rest: NodeJS.Timeout | null = null;

  constructor(
    private readonly open: () => WakeWorker,
    private readonly onFault: (error: unknown) => void,
  ) {
    this.worker = this.start();
  }

  async close(): Promise<void> {
    this.state = 'closed';
    const isAtRest = this.rest !== null;
    if (this.rest !== null) clearTimeout(this.rest);
    await closeInTime(this.worker, isAtRest);
  }

  private start(): WakeWorker {
    const worker = this.open();
    worker.on('error', (error) => {
      this.onFault(error);
      if (this.worker === worker && this.state === 'ready') this.takeRest();
    });
    void this.run(worker);
    return worker;
  }

  private async run(worker: WakeWorker): Promise<void> {
    try {
      await worker.waitUntilReady();
      if (this.state !== 'starting') return;
      this.state = 'ready';
      await worker.run();
    } catch (error: unknown) {
      if (this.state === 'closed') return;
      this.onFault(error);
      this.state = 'failed';
      this.takeRest();
    }
  }

  private takeRest(): void {
    void this.worker.pause(true);
    this.rest ??= setTimeout(() => {
      this.rest = null;
      this.goOn();
    }, REST_MS);
  }

  private goOn(): void {
    if (this.state === 'ready') this.worker.resume();
    if (this.state !== 'failed') return;
    void closeInTime(this.worker);
    this.state = 'starting';
    this.worker = this.start();
  }
}
