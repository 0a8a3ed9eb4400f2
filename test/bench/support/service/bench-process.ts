import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processorSeconds } from '../suite/foreign-cpu.ts';

/** Where the bench was compiled to, with the service beside it: `apps`, `libs`, `test`. */
const COMPILED = path.join(import.meta.dirname, '../../../..');
const running = new Set<ChildProcess>();
const WAIT_MS = 120_000;

// A bench that fails or is interrupted leaves nothing running.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A compiled program in a process of its own. */
export class BenchProcess {
  private log = '';
  private readonly child: ChildProcess;

  /** `program` as it stands in the compiled folder: `apps/api/main.js`. Starts at once. */
  constructor(
    readonly program: string,
    settings: Readonly<Record<string, string>>,
  ) {
    const { PATH = '' } = process.env;
    this.child = spawn(process.execPath, [path.join(COMPILED, program)], {
      env: { PATH, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(this.child);
    this.child.once('exit', () => running.delete(this.child));
    const keep = (chunk: Buffer): void => {
      this.log = (this.log + chunk.toString()).slice(-20_000);
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
  }

  /** Waits for a text among what it says. @throws Error when it ends before, or says it in no two minutes. */
  said(text: string): Promise<void> {
    return this.until(() => Promise.resolve(this.log.includes(text)), `said “${text}”`);
  }

  /** Waits until an address answers with 200. @throws Error as `said`. */
  answers(url: string): Promise<void> {
    const asked = (): Promise<boolean> => fetch(url).then(finish, () => false);
    return this.until(asked, `answered at ${url}`);
  }

  /** Resident memory now, in MB; `NaN` where there is no `/proc`. */
  residentMegabytes(): number {
    try {
      const status = readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  /** That it has used so far; `NaN` where there is no `/proc`. */
  processorSeconds(): number {
    return processorSeconds(this.child.pid ?? 0);
  }

  /** The last lines it said. */
  lastWords(): string {
    return this.log.slice(-2_000);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    const patience = setTimeout(() => {
      this.child.kill('SIGKILL');
    }, 15_000);
    await once(this.child, 'exit');
    clearTimeout(patience);
  }

  private async until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const startedAt = performance.now();
    while (!(await holds())) {
      if (this.child.exitCode !== null || performance.now() - startedAt > WAIT_MS)
        throw new Error(`${this.program} never ${what}. Its last words:\n${this.lastWords()}`);
      await sleep(5);
    }
  }
}

/** As a supervisor would: what does not come up on a busy machine is started again, twice at most. */
export async function launched(
  program: string,
  settings: Readonly<Record<string, string>>,
  isReady: (one: BenchProcess) => Promise<void>,
  triesLeft = 2,
): Promise<BenchProcess> {
  const one = new BenchProcess(program, settings);
  try {
    await isReady(one);
    return one;
  } catch (error: unknown) {
    await one.stop();
    if (triesLeft === 0) throw error;
    return launched(program, settings, isReady, triesLeft - 1);
  }
}

async function finish(response: Response): Promise<boolean> {
  await response.arrayBuffer();
  return response.ok;
}
