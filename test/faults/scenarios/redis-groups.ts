import { type RedisCluster, startRedisCluster } from '../../support/redis-cluster.ts';
import { type RedisGroup, startRedisGroup } from '../../support/redis-sentinel.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { pause } from '../pause.ts';
import { type Scenario, STEADY_LOAD } from '../scenario.ts';
import { settingsFor, type World } from '../world.ts';
import { withoutQueue } from './redis-away.ts';

const NODES = [0, 1, 2] as const;
const SHORT_MS = 2_000;

interface GroupWorld extends World {
  readonly group: RedisGroup;
}

interface ClusterWorld extends World {
  readonly cluster: RedisCluster;
}

/** Whichever is the primary hangs or dies, again and again; what it had not passed on is lost with it. */
export const redisFailsOver: Scenario<GroupWorld> = {
  fault: 'F6',
  name: 'redis-fails-over',
  what: 'Redis with Sentinel: the primary frozen or killed, its replica takes over',
  backends: ['Redis'],
  faults: { short: 1, long: 12 },
  load: STEADY_LOAD,
  world: async () => {
    const group = await startRedisGroup();
    return { group, ...(await worldOn(group)) };
  },
  run: async ({ rig, faults, random, cause, servedAgainAfter }) => {
    for (let times = 0; times < faults; times += 1) {
      await pause(500);
      const how = random.oneOf(['SIGSTOP', 'SIGKILL'] as const);
      const since = performance.now();
      await cause(() => rig.world.group.failOver(how));
      servedAgainAfter(performance.now() - since);
      await pause(1_000);
      await rig.world.group.heal();
    }
  },
};

/** The lanes of a node that is gone are worked by the sweep, the others go on as ever. */
export const redisNodeLost: Scenario<ClusterWorld> = {
  fault: 'F6',
  name: 'redis-node-lost',
  what: 'Redis Cluster of three: one node killed, back after a while',
  backends: ['Redis'],
  faults: { short: 1, long: 12 },
  load: STEADY_LOAD,
  world: async () => {
    const cluster = await startRedisCluster();
    return { cluster, ...(await worldOn(cluster)) };
  },
  run: async (stage) => {
    for (let times = 0; times < stage.faults; times += 1) {
      const { cluster } = stage.rig.world;
      const node = stage.random.oneOf(NODES);
      await withoutQueue(stage, SHORT_MS, () => cluster.kill(node));
      await cluster.restart(node);
    }
  },
};

async function worldOn(servers: { readonly url: string; stop(): Promise<void> }): Promise<World> {
  const database = await createTestDatabase();
  return {
    database,
    redis: null,
    settings: settingsFor(database, servers),
    close: async () => {
      await servers.stop();
      await database.drop();
    },
  };
}
