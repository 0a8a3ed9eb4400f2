import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Lane } from '#domain';
import { type GroupKind, openQueueRig, type QueueKind, type QueueRig } from '../support/fault-queue-rig.ts';
import { eventually } from '../support/http.ts';
import { describeWithRedis } from '../support/redis-server.ts';

describe('a queue in PostgreSQL', () => {
  queueContract('PostgreSQL');
});

describeWithRedis('a queue in Redis', 'any', () => {
  queueContract('Redis');
});

describeWithRedis('a queue in a Redis Cluster', 'own', () => {
  queueContract('Redis Cluster');
});

describeWithRedis('a queue in a Redis that Sentinel watches', 'own', () => {
  queueContract('Redis with Sentinel');
});

/** What the service asks of a queue, whichever it is. */
function queueContract(kind: QueueKind | GroupKind): void {
  let rig: QueueRig;

  beforeAll(async () => {
    rig = await openQueueRig(kind);
  }, 30_000);

  afterAll(async () => {
    await rig.close();
  }, 30_000);

  function countingWorker(work: () => Promise<void> = () => Promise.resolve()) {
    const seen: Lane[] = [];
    const workers = rig.consumer(async (lane) => {
      seen.push(lane);
      await work();
    });
    return { seen, close: () => workers.onApplicationShutdown() };
  }

  const holdsOne = (seen: Lane[]): boolean => seen.length >= 1;

  it('brings a wake-up to the worker of its lane, and to no other', async () => {
    const worker = countingWorker();

    await rig.producer().wake('urgent');

    await eventually(() => Promise.resolve(worker.seen), holdsOne, 2_000);
    await sleep(300);
    expect(worker.seen).toEqual(['urgent']);
    await worker.close();
  });

  it('keeps a wake-up whose producer has closed, until a worker comes', async () => {
    const producer = rig.producer();
    await producer.wake('standard');
    await producer.onApplicationShutdown();

    const worker = countingWorker();

    await eventually(() => Promise.resolve(worker.seen), holdsOne, 2_000);
    expect(worker.seen).toEqual(['standard']);
    await worker.close();
  });

  it('goes on after a handler has failed', async () => {
    let calls = 0;
    const worker = countingWorker(() => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('planted')) : Promise.resolve();
    });
    const producer = rig.producer();

    await producer.wake('urgent');
    await eventually(
      () => Promise.resolve(calls),
      (count) => count === 1,
      2_000,
    );
    await producer.wake('urgent');

    await eventually(
      () => Promise.resolve(calls),
      (count) => count === 2,
      2_000,
    );
    expect(rig.log.faults).toContain('job.failed');
    await worker.close();
  });

  it('shares a lane between its workers', async () => {
    const slow = () => sleep(40);
    const workers = [countingWorker(slow), countingWorker(slow)];
    const producer = rig.producer();

    for (let jobs = 0; jobs < 20; jobs += 1) await producer.wake('urgent');

    const taken = (): Promise<number[]> => Promise.resolve(workers.map((worker) => worker.seen.length));
    const [one, two] = await eventually(taken, ([first = 0, second = 0]) => first + second >= 20);
    expect([one, two]).toEqual([expect.any(Number), 20 - (one ?? 0)]);
    expect(Math.min(one ?? 0, two ?? 0)).toBeGreaterThan(2);
    await Promise.all(workers.map((worker) => worker.close()));
  });

  // Run again, not lost: the lock of a dead worker lapses after 5 s and one of the next two looks for stalled jobs finds it. Whoever
  // Sentinel leads to is a Redis like any other.
  (kind === 'Redis with Sentinel' ? it.skip : it)(
    'runs a job again within 15 s when its worker process dies',
    async () => {
      const holder = rig.spawn('hold');
      await rig.producer().wake('urgent');
      if (holder.stdout !== null) await once(holder.stdout, 'data');
      holder.kill('SIGKILL');
      await once(holder, 'exit');

      const worker = countingWorker();

      await eventually(() => Promise.resolve(worker.seen), holdsOne, 15_000);
      expect(worker.seen).toEqual(['urgent']);
      await worker.close();
    },
    30_000,
  );

  it('closes so that a process can end by itself', async () => {
    const user = rig.spawn('close');
    if (user.stdout !== null) await once(user.stdout, 'data');

    user.stdin?.write('close\n');

    expect(await once(user, 'exit', { signal: AbortSignal.timeout(8_000) })).toEqual([0, null]);
  }, 20_000);

  it('closes so that a process can end by itself though a job does not', async () => {
    const holder = rig.spawn('hold');
    await rig.producer().wake('urgent');
    if (holder.stdout !== null) await once(holder.stdout, 'data');

    holder.stdin?.write('close\n');

    expect(await once(holder, 'exit', { signal: AbortSignal.timeout(8_000) })).toEqual([0, null]);
  }, 20_000);
}
