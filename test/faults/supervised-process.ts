import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A service process under a supervisor that brings it back at once, as any runtime would. */
export class SupervisedProcess {
  kills = 0;
  lastEndAt = 0;
  private child: ChildProcess | null = null;
  private wanted = true;
  private log = '';

  constructor(
    private readonly entry: string,
    private environment: Readonly<Record<string, string>>,
  ) {
    this.launch();
  }

  /** From the next life on. */
  rearm(changes: Readonly<Record<string, string>>): void {
    this.environment = { ...this.environment, ...changes };
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** The last lines it said, for a test that has to explain itself. */
  lastWords(): string {
    return this.log.slice(-3_000);
  }

  async stop(): Promise<void> {
    this.wanted = false;
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGCONT');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  private launch(): void {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [this.entry], {
      env: { PATH, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const keep = (chunk: Buffer): void => {
      this.log = (this.log + chunk.toString()).slice(-10_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('exit', (_code, signal) => {
      if (!this.wanted) return;
      this.lastEndAt = performance.now();
      if (signal === 'SIGKILL') this.kills += 1;
      // A process that cannot start must not be started in a tight loop.
      setTimeout(() => {
        if (this.wanted) this.launch();
      }, 50);
    });
  }
}
