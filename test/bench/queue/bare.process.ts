/** The process of a bare BullMQ worker: answers when so many jobs are done. */
import { answerPlans } from '../support/forked.ts';
import { type Backend, bareWorker } from './bare-queue.ts';

export interface BarePlan {
  readonly backend: Backend;
  readonly jobs: number;
}

interface Count {
  done: number;
  told: () => void;
}

/** Workers stay from round to round, as they do in service. */
const counts = new Map<string, Promise<Count>>();

answerPlans(async ({ backend, jobs }: BarePlan) => {
  const name = JSON.stringify(backend);
  const opened = counts.get(name) ?? opening(backend);
  counts.set(name, opened);
  const count = await opened;
  await new Promise<void>((resolve) => {
    count.told = () => {
      if (count.done >= jobs) resolve();
    };
    count.told();
  });
  count.done -= jobs;
  return { done: jobs };
});

async function opening(backend: Backend): Promise<Count> {
  const count: Count = { done: 0, told: () => undefined };
  const worker = bareWorker(backend, () => {
    count.done += 1;
    count.told();
  });
  await worker.waitUntilReady();
  return count;
}
