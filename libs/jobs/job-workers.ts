import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { EventLog } from '#platform';
import { checkDrainPayload, JOB_NAMES, type JobHandlers, queueNameOf, type Workload, WORKLOADS } from './job-map.ts';
import { QUEUE_BACKEND } from './job-queues.ts';
import type { QueueBackend, WakeWorker } from './queue-backend.ts';
import { steadyFaultLog } from './steady-log.ts';
import { SteadyWorker } from './steady-worker.ts';

/** Consumes jobs: one BullMQ worker a workload. Handlers re-read their rows and are safe to run twice. */
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
    this.workers = WORKLOADS.map((workload) => {
      const onFault = steadyFaultLog(this.log, 'queue.unreachable', workload);
      return new SteadyWorker(() => this.openWorker(workload, handlers), onFault);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private openWorker(workload: Workload, handlers: JobHandlers): WakeWorker {
    const worker = this.backend.worker(queueNameOf(workload), async (job) => {
      if (job.name === 'triage.drain') await handlers['triage.drain'](checkDrainPayload(job.data));
      else if (job.name === 'rule_sets.drain') await handlers['rule_sets.drain']({});
      else if (job.name === 'housekeeping.drain') await handlers['housekeeping.drain']({});
      else throw new UnrecoverableError('Unknown job.');
    });
    worker.on('failed', (_job, error) => {
      this.log.fault('job.failed', error, { workload });
    });
    return worker;
  }
}
