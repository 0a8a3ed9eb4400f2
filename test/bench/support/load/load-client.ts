import path from 'node:path';
import { Forked } from '../forked.ts';
import type { LoadPlan, LoadResult } from './load-plan.ts';

/** Senders in a process of their own, so that they share no event loop with what is measured. */
export class LoadClient {
  private constructor(private readonly forked: Forked<LoadPlan, LoadResult>) {}

  static async start(): Promise<LoadClient> {
    return new LoadClient(await Forked.start(path.join(import.meta.dirname, 'load-client.process.js')));
  }

  /** One plan at a time. */
  send(plan: LoadPlan): Promise<LoadResult> {
    return this.forked.work(plan);
  }

  stop(): Promise<void> {
    return this.forked.stop();
  }
}
