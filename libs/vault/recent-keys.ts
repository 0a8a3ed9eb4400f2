/** How many keys each half of the memory holds, and how long until the older half is forgotten. */
const MOST = 4_096;
const HALF_LIFE_MS = 20_000;

/**
 * Keys unwrapped a moment ago, by all that they were unwrapped from: who has no row of `record_key` in hand finds none
 * here, so a key that was destroyed is gone at once, and one that was tampered with is never found. A key is forgotten
 * after at most twice the half-life, also when nobody asks again.
 */
export class RecentKeys {
  private young = new Map<string, Buffer>();
  private old = new Map<string, Buffer>();
  private timer: NodeJS.Timeout | null = null;

  get(whole: string): Buffer | null {
    return this.young.get(whole) ?? this.old.get(whole) ?? null;
  }

  set(whole: string, key: Buffer): void {
    if (this.young.size >= MOST) this.age();
    this.young.set(whole, key);
    this.timer ??= setInterval(() => {
      this.age();
    }, HALF_LIFE_MS).unref();
  }

  /** How many keys are held. */
  get size(): number {
    return this.young.size + this.old.size;
  }

  private age(): void {
    this.old = this.young;
    this.young = new Map();
    if (this.old.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }
}
