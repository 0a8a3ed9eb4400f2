import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './process-port.ts';
import { askRedis, endRedis, spawnRedis } from './redis-process.ts';

const SLOTS = ['0 5460', '5461 10922', '10923 16383'] as const;

interface Node {
  readonly port: number;
  readonly bus: number;
  readonly folder: string;
  child: ChildProcess;
}

/** A Redis Cluster of one test's own: three processes on loopback, each with a third of the slots and no replica. */
export interface RedisCluster {
  readonly url: string;
  kill(node: number): Promise<void>;
  restart(node: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedisCluster(): Promise<RedisCluster> {
  const nodes = await Promise.all(SLOTS.map(() => startNode()));
  const [first = nodes[0]] = nodes;
  for (const [index, node] of nodes.entries()) await askRedis(node.port, `CLUSTER ADDSLOTSRANGE ${SLOTS[index] ?? ''}`);
  for (const { port, bus } of nodes.slice(1)) {
    await askRedis(first?.port ?? 0, `CLUSTER MEET 127.0.0.1 ${String(port)} ${String(bus)}`);
  }
  for (const node of nodes) await untilWhole(node.port);
  const at = (index: number): Node => nodes[index] ?? raise(`There is no node ${String(index)}.`);
  return {
    url: `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${String(port)}`).join(',')}`,
    kill: (index) => endRedis(at(index).child),
    restart: async (index) => {
      const node = at(index);
      node.child = await spawnNode(node.port, node.bus, node.folder);
      await untilWhole(node.port);
    },
    stop: async () => {
      await Promise.all(nodes.map(({ child }) => endRedis(child)));
      await Promise.all(nodes.map(({ folder }) => rm(folder, { recursive: true, force: true })));
    },
  };
}

async function startNode(): Promise<Node> {
  const [port, bus] = [await freePort(), await freePort()];
  const folder = await mkdtemp(path.join(tmpdir(), 'front-door-redis-'));
  return { port, bus, folder, child: await spawnNode(port, bus, folder) };
}

/** A node that is gone takes its own slots away, and not the cluster. */
function spawnNode(port: number, bus: number, folder: string): Promise<ChildProcess> {
  const wanted = { enabled: 'yes', port: String(bus), 'node-timeout': '1000', 'require-full-coverage': 'no' };
  return spawnRedis(
    port,
    folder,
    Object.entries(wanted).flatMap(([name, value]) => [`--cluster-${name}`, value]),
  );
}

async function untilWhole(port: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await askRedis(port, 'CLUSTER INFO').catch(() => '');
    if (answer.includes('cluster_state:ok') && answer.includes('cluster_known_nodes:3')) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The cluster did not come together.');
}

function raise(message: string): never {
  throw new Error(message);
}
