/** Batches are made so large that one takes about this long: what is claimed behind it should not wait longer. */
const AIM_MS = 400;
const MOST = 64;
/** At first, and the least that a batch is halved to. */
const LEAST = 4;
const FIRST = 8;
/** Loops of one process on one lane: while one evaluates, PostgreSQL works for the other. */
const LOOPS = 2;

/** How many loops of this process work a lane, and how many messages each takes at once. */
export class LanePace {
  private size = FIRST;
  private readonly loops = new Set<Promise<void>>();
  private running = 0;
  private asked = 0;
  private claimMs = 0;

  get batch(): number {
    return this.size;
  }

  get isAtWork(): boolean {
    return this.running > 0;
  }

  /**
   * For how long to claim: at least `leastMs`, and longer while PostgreSQL is slow. A claim must not lapse between its
   * commit and the beginning of the work, or a living worker is taken for a dead one.
   */
  leaseMs(leastMs: number): number {
    return Math.max(leastMs, this.claimMs * 3);
  }

  claimTook(ms: number): void {
    this.claimMs = ms;
  }

  /** A full batch that was done soon is followed by a larger one, one that took long by a smaller. */
  took(count: number, ms: number): void {
    if (ms > AIM_MS) this.size = Math.max(LEAST, Math.floor(this.size / 2));
    else if (count === this.size && ms < AIM_MS / 2) this.size = Math.min(MOST, this.size * 2);
  }

  /** Runs `drain`, and again while anybody has asked in the meantime. Enough of them running, it only asks. */
  async whileAsked(drain: () => Promise<void>): Promise<void> {
    this.asked += 1;
    if (this.running >= LOOPS) return;
    const loop = this.loop(drain);
    this.loops.add(loop);
    try {
      await loop;
    } finally {
      this.loops.delete(loop);
    }
  }

  /** When everything that runs has come to an end. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.loops);
  }

  private async loop(drain: () => Promise<void>): Promise<void> {
    this.running += 1;
    try {
      let answered: number;
      do {
        answered = this.asked;
        await drain();
      } while (answered !== this.asked);
    } finally {
      // At once, so that nobody who asks from here on takes it for somebody who will look.
      this.running -= 1;
    }
  }
}
