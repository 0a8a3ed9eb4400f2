import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './process-port.ts';
import { askRedis, endRedis, spawnRedis, untilItAnswers } from './redis-process.ts';

const GROUP = 'front-door';

/** A primary and its replica, watched by three Sentinels, all on loopback. */
export interface RedisGroup {
  readonly url: string;
  /** Has the primary hang or die, and waits until the other one is in its place. */
  failOver(how: 'SIGKILL' | 'SIGSTOP'): Promise<void>;
  /** Brings back the one that is away, and waits until it follows the other. */
  heal(): Promise<void>;
  stop(): Promise<void>;
}

interface Member {
  readonly port: number;
  readonly folder: string;
  child: ChildProcess;
}

export async function startRedisGroup(): Promise<RedisGroup> {
  const folder = await mkdtemp(path.join(tmpdir(), 'front-door-redis-'));
  const sentinelPorts = await Promise.all([freePort(), freePort(), freePort()]);
  let primary = await startMember(folder);
  let other = await startMember(folder, primary.port);
  await until(other.port, 'INFO replication', 'master_link_status:up');
  const sentinels = await Promise.all(sentinelPorts.map((port) => spawnSentinel(port, primary.port, folder)));
  const allSay = async (command: string, wanted: string): Promise<void> => {
    await Promise.all(sentinelPorts.map((port) => until(port, `SENTINEL ${command} ${GROUP}`, wanted)));
  };
  await allSay('CKQUORUM', '3 usable');
  await allSay('REPLICAS', String(other.port));
  return {
    url: `redis+sentinel://${sentinelPorts.map((port) => `127.0.0.1:${String(port)}`).join(',')}/${GROUP}`,
    failOver: async (how) => {
      primary.child.kill(how);
      await until(other.port, 'INFO replication', 'role:master');
      await allSay('GET-MASTER-ADDR-BY-NAME', String(other.port));
      [primary, other] = [other, primary];
    },
    heal: async () => {
      if (isGone(other.child)) other.child = await spawnRedis(other.port, other.folder);
      else other.child.kill('SIGCONT');
      await until(other.port, 'INFO replication', 'master_link_status:up');
    },
    stop: async () => {
      await Promise.all([primary.child, other.child, ...sentinels].map(endRedis));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startMember(within: string, following?: number): Promise<Member> {
  const port = await freePort();
  const folder = await mkdtemp(path.join(within, 'member-'));
  const more = following === undefined ? [] : ['--replicaof', `127.0.0.1 ${String(following)}`];
  return { port, folder, child: await spawnRedis(port, folder, more) };
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Sentinel writes what it learns into its file. */
async function spawnSentinel(port: number, primaryPort: number, folder: string): Promise<ChildProcess> {
  const file = path.join(folder, `sentinel-${String(port)}.conf`);
  const lines = [
    `port ${String(port)}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor ${GROUP} 127.0.0.1 ${String(primaryPort)} 2`,
    `sentinel down-after-milliseconds ${GROUP} 1000`,
    `sentinel failover-timeout ${GROUP} 3000`,
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return untilItAnswers(port, [file, '--sentinel']);
}

async function until(port: number, command: string, wanted: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await askRedis(port, command).catch(() => '')).includes(wanted)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Redis did not come to say ${wanted} to ${command}.`);
}
