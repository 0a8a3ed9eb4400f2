import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './process-port.ts';

/** A Redis of one test file's own, in a folder of its own, set up as the service wants it. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Empties it, as an operator's slip would. */
  flush(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /**
   * Brings it back on the same port: with its append-only file, with the half of it that had reached the disk when the
   * power went, or as if it had never held anything, as a Redis without such a file would.
   */
  restart(memory: 'kept' | 'cut back' | 'empty'): Promise<void>;
  /** Takes connections and never answers, until it is thawed. */
  freeze(): void;
  thaw(): void;
  /** Full or not: when it is, every write is refused, as `noeviction` has it. */
  fill(isFull: boolean): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let folder = await mkdtemp(path.join(tmpdir(), 'front-door-redis-'));
  let child = await spawnRedis(port, folder);
  const stop = async (): Promise<void> => {
    await endRedis(child);
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    port,
    flush: async () => {
      await askRedis(port, 'FLUSHALL');
    },
    kill: () => endRedis(child),
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    fill: async (isFull) => {
      await askRedis(port, `CONFIG SET maxmemory ${isFull ? '1' : '0'}`);
    },
    restart: async (memory) => {
      await endRedis(child);
      if (memory === 'cut back') await cutBack(folder);
      if (memory === 'empty') {
        await rm(folder, { recursive: true, force: true });
        folder = await mkdtemp(path.join(tmpdir(), 'front-door-redis-'));
      }
      child = await spawnRedis(port, folder);
    },
    stop,
  };
}

/** A server's process, once it answers. `more` are further settings, each name followed by its value. */
export async function spawnRedis(port: number, folder: string, more: readonly string[] = []): Promise<ChildProcess> {
  const settings = ['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction', '--dir', folder, ...more];
  return untilItAnswers(port, ['--port', String(port), '--bind', '127.0.0.1', ...settings]);
}

const running = new Set<ChildProcess>();

// Whoever ends without stopping it leaves nothing behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts `redis-server` with these arguments and waits until it answers on the port. */
export async function untilItAnswers(port: number, args: readonly string[]): Promise<ChildProcess> {
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  running.add(child);
  child.once('exit', () => running.delete(child));
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await askRedis(port, 'PING').catch(() => '');
    if (answer.startsWith('+PONG')) return child;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill('SIGKILL');
  throw new Error('redis-server did not start.');
}

/** Ends it as a power cut would, frozen or not. */
export async function endRedis(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Cuts the append-only file off wherever its middle is, be it in a command. */
async function cutBack(folder: string): Promise<void> {
  const within = path.join(folder, 'appendonlydir');
  const name = (await readdir(within)).find((file) => file.endsWith('.incr.aof'));
  if (name === undefined) throw new Error('This Redis keeps no append-only file.');
  const file = path.join(within, name);
  await truncate(file, Math.floor((await stat(file)).size / 2));
}

const ANSWER_MS = 2_000;

/** One inline command on a connection of its own, so that a test's Redis needs no client library. */
export async function askRedis(port: number, command: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  // Sentinel has a server hang up on everybody when it changes its part, and a frozen one says nothing.
  const ending = new AbortController();
  socket.once('close', () => {
    ending.abort();
  });
  socket.setTimeout(ANSWER_MS, () => socket.destroy());
  try {
    await once(socket, 'connect', ending);
    socket.write(`${command}\r\n`);
    const [answer] = (await once(socket, 'data', ending)) as [Buffer];
    return answer.toString();
  } finally {
    socket.destroy();
  }
}
