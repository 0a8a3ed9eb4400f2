import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pause } from './pause.ts';

/** What our processes say on standard output once they serve. */
const SERVES = /"(?:api\.listening|worker\.started|web\.listening)"/;

/** A service process under a supervisor that brings it back at once, as any runtime would. */
export class SupervisedProcess {
  kills = 0;
  /** Called whenever it ends though nobody wanted it to. */
  onEnd: () => void = () => undefined;
  /** Called when it serves again after such an end, with the milliseconds in which it did not. */
  onReturn: (ms: number) => void = () => undefined;
  private child: ChildProcess | null = null;
  private wanted = true;
  private log = '';
  private endedAt: number | null = null;
  private isServing = false;
  /** Whoever supervises it takes it along when it ends. */
  private readonly onExit = (): void => {
    this.wanted = false;
    this.child?.kill('SIGKILL');
  };

  constructor(
    private entry: string,
    private environment: Readonly<Record<string, string>>,
  ) {
    process.once('exit', this.onExit);
    this.launch();
  }

  /** From the next life on. */
  rearm(changes: Readonly<Record<string, string>>): void {
    this.environment = { ...this.environment, ...changes };
  }

  /** From the next life on: the program of another build. */
  deploy(entry: string): void {
    this.entry = entry;
  }

  signal(signal: NodeJS.Signals): void {
    // It is dead before anybody is told so.
    if (signal === 'SIGKILL') this.isServing = false;
    this.child?.kill(signal);
  }

  /** Whether this life of it said that it serves. */
  get serves(): boolean {
    return this.isServing;
  }

  /** The last lines it said, for a test that has to explain itself. */
  lastWords(): string {
    return this.log.slice(-3_000);
  }

  async stop(): Promise<void> {
    this.wanted = false;
    process.removeListener('exit', this.onExit);
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGCONT');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Asks it to stop and lets it finish, for good. Resolves to its exit code, or to the signal that ended it. */
  async retire(): Promise<number | NodeJS.Signals | null> {
    this.wanted = false;
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? child?.signalCode ?? null;
    child.kill('SIGTERM');
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return code ?? signal;
  }

  private launch(): void {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [this.entry], {
      env: { PATH, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.isServing = false;
    const keep = (chunk: Buffer): void => {
      const said = chunk.toString();
      this.log = (this.log + said).slice(-10_000);
      if (!this.isServing && SERVES.test(said)) this.noteServing();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('exit', (_code, signal) => {
      this.isServing = false;
      if (this.wanted) this.comeBack(signal);
    });
  }

  private comeBack(signal: NodeJS.Signals | null): void {
    this.endedAt ??= performance.now();
    if (signal === 'SIGKILL') this.kills += 1;
    this.onEnd();
    // A process that cannot start must not be started in a tight loop.
    setTimeout(() => {
      if (this.wanted) this.launch();
    }, 50);
  }

  private noteServing(): void {
    this.isServing = true;
    if (this.endedAt !== null) this.onReturn(performance.now() - this.endedAt);
    this.endedAt = null;
  }
}

/** Until each of them has said that it serves. */
export async function untilServing(...processes: readonly SupervisedProcess[]): Promise<void> {
  while (!processes.every(({ serves }) => serves)) await pause(50);
}
