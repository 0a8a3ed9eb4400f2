import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from '@jest/globals';
import { freePort } from './process-port.ts';

/** A Redis of one test file's own, in a folder of its own, set up as the service wants it. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Empties it, as an operator's slip would. */
  flush(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Brings it back on the same port, with its append-only file or as if it had never held anything. */
  restart(memory: 'kept' | 'empty'): Promise<void>;
  stop(): Promise<void>;
}

const hasBinary = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
const givenUrl = process.env['REDIS_URL'];

/**
 * `describe` for what needs Redis. Skipped where there is none; with REQUIRE_REDIS=1 that is a failure instead. A suite
 * that kills or empties its Redis needs the binary: a server given by REDIS_URL is somebody's.
 */
export function describeWithRedis(name: string, needs: 'any' | 'own', body: () => void): void {
  if (hasBinary || (needs === 'any' && givenUrl !== undefined)) {
    describe(name, body);
  } else if (process.env['REQUIRE_REDIS'] === '1') {
    describe(name, () => {
      it('finds the redis-server that REQUIRE_REDIS=1 asks for', () => {
        throw new Error('There is no redis-server on the PATH.');
      });
    });
  } else {
    describe.skip(name, body);
  }
}

/** Address of a Redis that may be used but not harmed: the given one, or one that is started for it. */
export async function anyRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (givenUrl === undefined) return startRedis();
  return { url: givenUrl, stop: () => Promise.resolve() };
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let folder = await mkdtemp(path.join(tmpdir(), 'front-door-redis-'));
  let child = await spawnRedis(port, folder);
  const stop = async (): Promise<void> => {
    await end(child, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    port,
    flush: async () => {
      await ask(port, 'FLUSHALL');
    },
    kill: () => end(child, 'SIGKILL'),
    restart: async (memory) => {
      await end(child, 'SIGKILL');
      if (memory === 'empty') {
        await rm(folder, { recursive: true, force: true });
        folder = await mkdtemp(path.join(tmpdir(), 'front-door-redis-'));
      }
      child = await spawnRedis(port, folder);
    },
    stop,
  };
}

async function spawnRedis(port: number, folder: string): Promise<ChildProcess> {
  const settings = ['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction', '--dir', folder];
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', ...settings], {
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await ask(port, 'PING').catch(() => '');
    if (answer.startsWith('+PONG')) return child;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill('SIGKILL');
  throw new Error('redis-server did not start.');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** One inline command on a connection of its own, so that a test's Redis needs no client library. */
async function ask(port: number, command: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(`${command}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString();
  } finally {
    socket.destroy();
  }
}
