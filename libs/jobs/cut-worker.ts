import { type ConnectionOptions, type IQueueBackend, type JobProgress, type RedisQueueBackend, Worker } from 'bullmq';

/**
 * BullMQ's worker goes on renewing locks until its polite end has come so far. A job that does not end, or a connection
 * that never says that it is closed, keeps it from that for ever, and its timer then keeps the process from ending.
 */
export class CutWorker<
  Backend extends IQueueBackend = RedisQueueBackend,
  Connection = ConnectionOptions,
> extends Worker<unknown, unknown, string, Backend, JobProgress, Connection> {
  /** The end of one that did not come to its polite end in time; see `closeInTime`. */
  override async disconnect(): Promise<void> {
    await this.lockManager.close();
    await super.disconnect();
  }
}
