import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { LANES, type Lane } from '#domain';
import { EventLog } from '#platform';
import { checkDrainPayload, JOB_NAMES, type JobHandlers, queueNameOf } from './job-map.ts';
import { QUEUE_BACKEND } from './job-queues.ts';
import type { QueueBackend, WakeWorker } from './queue-backend.ts';
import { steadyFaultLog } from './steady-log.ts';
import { SteadyWorker } from './steady-worker.ts';

/** Consumes jobs: one BullMQ worker a lane. Handlers re-read their rows and are safe to run twice. */
@Injectable()
export class JobWorkers implements OnApplicationShutdown {
  private workers: readonly SteadyWorker[] = [];

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    private readonly log: EventLog,
  ) {}

  /** @throws Error when a job of the map has no handler: such a process must not start. */
  start(handlers: JobHandlers): void {
    const missing = JOB_NAMES.filter((name) => typeof handlers[name] !== 'function');
    if (missing.length > 0) throw new Error(`These jobs have no handler: ${missing.join(', ')}`);
    this.workers = LANES.map((lane) => {
      const onFault = steadyFaultLog(this.log, 'queue.unreachable', lane);
      return new SteadyWorker(() => this.openWorker(lane, handlers), onFault);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private openWorker(lane: Lane, handlers: JobHandlers): WakeWorker {
    const worker = this.backend.worker(queueNameOf(lane), async (job) => {
      if (job.name !== 'triage.drain') throw new UnrecoverableError('Unknown job.');
      await handlers['triage.drain'](checkDrainPayload(job.data));
    });
    worker.on('failed', (_job, error) => {
      this.log.fault('job.failed', error, { lane });
    });
    return worker;
  }
}
