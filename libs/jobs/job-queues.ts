import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LANES, type Lane } from '#domain';
import { EventLog } from '#platform';
import type { JobMap } from './job-map.ts';
import { queueNameOf } from './job-map.ts';
import type { QueueBackend, WakeQueue } from './queue-backend.ts';
import { steadyFaultLog } from './steady-log.ts';

export const QUEUE_BACKEND = Symbol('QueueBackend');
const PATIENCE_MS = 1_500;

/** Produces wake-up jobs. Never called on a request's path: a queue that is down must not hold up a referral. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  private readonly queues: ReadonlyMap<Lane, WakeQueue>;

  constructor(
    @Inject(QUEUE_BACKEND) backend: QueueBackend,
    private readonly log: EventLog,
  ) {
    this.queues = new Map(LANES.map((lane) => [lane, this.open(backend, lane)]));
  }

  /** Asks the lane's workers to look. Gives up quickly when the queue is away: the sweep finds the work instead. */
  async wake(lane: Lane): Promise<void> {
    const payload: JobMap['triage.drain'] = { lane };
    await inTime(this.queues.get(lane)?.add('triage.drain', payload));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => inTime(queue.close()).catch(() => undefined)));
  }

  private open(backend: QueueBackend, lane: Lane): WakeQueue {
    const queue = backend.queue(queueNameOf(lane));
    queue.on('error', steadyFaultLog(this.log, 'queue.unreachable', lane));
    return queue;
  }
}

async function inTime(work: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The queue did not answer in time.'));
    }, PATIENCE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
