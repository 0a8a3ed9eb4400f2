import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LANES, type Lane } from '#domain';
import { EventLog } from '#platform';
import type { JobMap } from './job-map.ts';
import { queueNameOf } from './job-map.ts';
import type { QueueBackend } from './queue-backend.ts';
import { steadyFaultLog } from './steady-log.ts';
import { SteadyQueue } from './steady-queue.ts';

export const QUEUE_BACKEND = Symbol('QueueBackend');

/** Produces wake-up jobs. Never called on a request's path: a queue that is down must not hold up a referral. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  private readonly queues: ReadonlyMap<Lane, SteadyQueue>;

  constructor(@Inject(QUEUE_BACKEND) backend: QueueBackend, log: EventLog) {
    this.queues = new Map(
      LANES.map((lane) => {
        const onFault = steadyFaultLog(log, 'queue.unreachable', lane);
        return [lane, new SteadyQueue(() => backend.queue(queueNameOf(lane)), onFault)];
      }),
    );
  }

  /** Asks the lane's workers to look. Gives up quickly when the queue is away: the sweep finds the work instead. */
  async wake(lane: Lane): Promise<void> {
    const payload: JobMap['triage.drain'] = { lane };
    await this.queues.get(lane)?.add('triage.drain', payload);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}
