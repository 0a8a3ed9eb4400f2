import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WORKLOADS } from '#jobs';
import type { Outage } from '../support/fault-proxy.ts';
import { openProxiedQueueRig, type ProxiedQueueRig, type QueueKind } from '../support/fault-queue-rig.ts';
import { eventually } from '../support/http.ts';
import { describeWithRedis } from '../support/redis-server.ts';

const OUTAGES: readonly Outage[] = ['refuse', 'reset', 'silence'];

describe('a queue in PostgreSQL that is away', () => {
  outageContract('PostgreSQL');
});

describeWithRedis('a queue in Redis that is away', 'any', () => {
  outageContract('Redis');
});

/** What a queue that cannot be reached may cost: little, and nothing once it is back. */
function outageContract(kind: QueueKind): void {
  let rig: ProxiedQueueRig;

  beforeEach(async () => {
    rig = await openProxiedQueueRig(kind);
  });

  afterEach(async () => {
    await rig.close();
  }, 30_000);

  /** A producer and a worker, opened whether or not the queue is there; `reaches` says whether a wake-up arrives. */
  function line() {
    let worked = 0;
    const producer = rig.producer();
    rig.consumer(() => {
      worked += 1;
      return Promise.resolve();
    });
    const reaches = async (): Promise<boolean> => {
      const before = worked;
      await producer.wake('urgent').catch(() => undefined);
      await sleep(200);
      return worked > before;
    };
    return { producer, reaches };
  }

  /** CPU seconds, connections tried and lines logged over a stretch of the outage. */
  async function costOf(milliseconds: number) {
    const before = { cpu: process.cpuUsage(), attempts: rig.proxy.attempts(), lines: rig.log.faults.length };
    await sleep(milliseconds);
    const { user, system } = process.cpuUsage(before.cpu);
    return {
      cpuSeconds: (user + system) / 1_000_000,
      attempts: rig.proxy.attempts() - before.attempts,
      lines: rig.log.faults.length - before.lines,
    };
  }

  it.each(OUTAGES)(
    'costs next to nothing and comes back by itself (%s)',
    async (outage) => {
      const early = line();
      await eventually(early.reaches, Boolean);

      await rig.proxy.cut(outage);
      const late = line();
      const startedAt = performance.now();
      await expect(Promise.all([early, late].map(({ producer }) => producer.wake('urgent')))).rejects.toThrow();
      expect(performance.now() - startedAt).toBeLessThan(2_500);
      const cost = await costOf(2_000);

      // Of two: left to itself it took both, and what Jest does beside it counts here as well.
      expect(cost.cpuSeconds).toBeLessThan(1.4);
      expect(cost.attempts).toBeLessThan(20 * WORKLOADS.length);
      expect(cost.lines).toBeLessThan(6 * WORKLOADS.length);
      await rig.proxy.restore();
      await eventually(early.reaches, Boolean, 8_000);
      await eventually(late.reaches, Boolean, 8_000);
    },
    30_000,
  );

  it.each(OUTAGES)(
    'closes in time while it is away (%s)',
    async (outage) => {
      const user = rig.spawn('close');
      if (user.stdout === null) throw new Error('Its output is piped.');
      await once(user.stdout, 'data');
      await rig.proxy.cut(outage);
      await sleep(700);

      user.stdin?.write('close\n');

      const signal = AbortSignal.timeout(6_000);
      expect(String(await once(user.stdout, 'data', { signal }))).toBe('closed\n');
      // A connection that was taken and is never answered stays open until the process is ended.
      if (outage !== 'silence') expect(await once(user, 'exit', { signal })).toEqual([0, null]);
    },
    20_000,
  );
}
