import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventLog } from '#platform';
import { isLane, queueNameOf, type Workload, WORKLOADS } from './job-map.ts';
import type { QueueBackend } from './queue-backend.ts';
import { steadyFaultLog } from './steady-log.ts';
import { SteadyQueue } from './steady-queue.ts';

export const QUEUE_BACKEND = Symbol('QueueBackend');

/** Produces wake-up jobs. Never called on a request's path: a queue that is down must not hold up a referral. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  private readonly queues: ReadonlyMap<Workload, SteadyQueue>;

  constructor(@Inject(QUEUE_BACKEND) backend: QueueBackend, log: EventLog) {
    this.queues = new Map(
      WORKLOADS.map((workload) => {
        const onFault = steadyFaultLog(log, 'queue.unreachable', workload);
        return [workload, new SteadyQueue(() => backend.queue(queueNameOf(workload)), onFault)];
      }),
    );
  }

  /** Asks the workload's workers to look. Gives up quickly when the queue is away: the sweep finds the work instead. */
  async wake(workload: Workload): Promise<void> {
    const queue = this.queues.get(workload);
    if (isLane(workload)) await queue?.add('triage.drain', { lane: workload });
    else await queue?.add(`${workload}.drain`, {});
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}
