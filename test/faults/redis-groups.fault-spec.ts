import { afterEach, expect, it } from '@jest/globals';
import { onRedis, type QueueRig, rigOn } from '../support/fault-queue-rig.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';
import { startRedisGroup } from '../support/redis-sentinel.ts';
import { describeWithRedis } from '../support/redis-server.ts';
import { pause } from './pause.ts';

const PATIENCE_MS = 60_000;
const NODES = [0, 1, 2];

describeWithRedis('wake-ups through several servers of Redis', 'own', () => {
  let rig: QueueRig;

  afterEach(async () => {
    await rig.close();
  }, 30_000);

  /** Wakes until a wake-up arrives. */
  async function arrives(): Promise<() => Promise<void>> {
    let worked = 0;
    const producer = rig.producer();
    rig.consumer(() => {
      worked += 1;
      return Promise.resolve();
    });
    const until = async (): Promise<void> => {
      const [before, lastAt] = [worked, performance.now() + PATIENCE_MS];
      while (worked === before && performance.now() < lastAt) {
        await producer.wake('urgent').catch(() => undefined);
        await pause(100);
      }
      expect(worked).toBeGreaterThan(before);
    };
    await until();
    return until;
  }

  // Frozen: its connections stay open. A primary that dies is among the scenarios.
  it('arrive again when a replica has taken over from a frozen primary', async () => {
    const group = await startRedisGroup();
    rig = rigOn(onRedis(group.url), () => group.stop());
    const again = await arrives();

    await group.failOver('SIGSTOP');

    await again();
  }, 120_000);

  it('arrive again when all of a cluster died and came back', async () => {
    const cluster = await startRedisCluster();
    rig = rigOn(onRedis(cluster.url), () => cluster.stop());
    const again = await arrives();

    await Promise.all(NODES.map((node) => cluster.kill(node)));
    await pause(300);
    await Promise.all(NODES.map((node) => cluster.restart(node)));

    await again();
  }, 120_000);
});
