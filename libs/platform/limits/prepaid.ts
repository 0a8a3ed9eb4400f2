import type { RateLimiterRes } from 'rate-limiter-flexible';
import type { Counter } from './limit-store.ts';

interface Lease {
  /** Requests paid for and not yet made. */
  left: number;
  /** On the clock of `performance.now()`. */
  readonly until: number;
  readonly answer: RateLimiterRes;
}

const MOST_LEASES = 10_000;
/** A limit is paid in at most so many statements a window and key. */
const PAYMENTS = 60;

/**
 * Pays for some requests at once, so that most are counted without a statement. A process may so hold back up to a
 * sixtieth of a limit from the others: it errs by that much, to the strict side.
 */
export class Prepaid {
  private readonly leases = new Map<string, Lease>();
  private readonly payments = new Map<string, Promise<Lease>>();
  private readonly batch: number;

  constructor(
    private readonly counter: Counter,
    points: number,
  ) {
    this.batch = Math.max(1, Math.floor(points / PAYMENTS));
  }

  /** Rejects with a `RateLimiterRes` when the limit is used up. */
  async take(key: string): Promise<RateLimiterRes> {
    if (this.batch === 1) return this.counter.consume(key, 1);
    const now = performance.now();
    let lease = this.leases.get(key);
    while (lease === undefined || lease.left === 0 || lease.until <= now) lease = await this.pay(key);
    lease.left -= 1;
    return lease.answer;
  }

  /** Whoever asks while a payment is under way waits for it. */
  private pay(key: string): Promise<Lease> {
    const paying = this.payments.get(key) ?? this.payNow(key);
    this.payments.set(key, paying);
    return paying;
  }

  private async payNow(key: string): Promise<Lease> {
    try {
      return this.keep(key, await this.counter.consume(key, this.batch));
    } finally {
      this.payments.delete(key);
    }
  }

  private keep(key: string, answer: RateLimiterRes): Lease {
    const now = performance.now();
    if (this.leases.size >= MOST_LEASES) {
      for (const [old, { until }] of this.leases) if (until <= now) this.leases.delete(old);
      // Still full: what was paid for is forgotten, which costs a statement each.
      if (this.leases.size >= MOST_LEASES) this.leases.clear();
    }
    const lease = { left: this.batch, until: now + answer.msBeforeNext, answer };
    this.leases.set(key, lease);
    return lease;
  }
}
