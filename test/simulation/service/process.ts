import type { Scheduler } from 'fast-check';
import type { Session } from '../database/sim-database.ts';

/** What happens to a process after so many further steps. */
interface Fuse {
  readonly steps: number;
  readonly end: 'kill' | 'freeze';
}

/** A process of the service: takes its turn at each statement, and may be frozen or killed before any of them. */
export class SimProcess implements Session {
  private isAlive = true;
  private thawed: Promise<void> | null = null;
  private thawNow: () => void = () => undefined;
  private fuse: Fuse | null = null;

  constructor(
    readonly name: string,
    private readonly scheduler: Scheduler,
    private readonly onKilled: () => void = () => undefined,
  ) {}

  get isRunning(): boolean {
    return this.isAlive && this.thawed === null;
  }

  get isDead(): boolean {
    return !this.isAlive;
  }

  /** Comes back when it is this one's turn; never, once it is dead. */
  async step(label: string): Promise<void> {
    await this.scheduler.schedule(Promise.resolve(), `${this.name}: ${label}`);
    this.burn();
    while (this.thawed !== null) {
      await this.thawed;
      await this.scheduler.schedule(Promise.resolve(), `${this.name}: ${label}, late`);
    }
    if (!this.isAlive) await new Promise(() => undefined);
  }

  kill(): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.thaw();
    this.onKilled();
  }

  freeze(): void {
    if (this.thawed !== null || !this.isAlive) return;
    this.thawed = new Promise((resolve) => {
      this.thawNow = resolve;
    });
  }

  thaw(): void {
    this.thawed = null;
    this.thawNow();
  }

  light(fuse: Fuse): void {
    this.fuse = fuse;
  }

  calm(): void {
    this.fuse = null;
  }

  private burn(): void {
    if (this.fuse === null) return;
    const { steps, end } = this.fuse;
    this.fuse = steps > 1 ? { steps: steps - 1, end } : null;
    if (this.fuse !== null) return;
    if (end === 'kill') this.kill();
    else this.freeze();
  }
}
