import { randomUUID } from 'node:crypto';
import { pause } from '../pause.ts';
import { strangers } from './strangers.ts';

const ASK_EVERY_MS = 25;

interface ProbeAnswer {
  /** `null` when there was none. */
  readonly status: number | null;
  readonly retryAfter: string | null;
  readonly ms: number;
}

/** Sends referrals one after the other and keeps what became of each: a service in trouble must say so, and in time. */
export class Prober {
  readonly answers: ProbeAnswer[] = [];
  /** References it was given for referrals that carried no key. */
  readonly keyless: string[] = [];
  private running: Promise<void> | null = null;
  private wanted = false;
  private sent = 0;

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly carries: 'key' | 'no key' = 'key',
  ) {}

  start(): void {
    this.wanted = true;
    this.running = this.keepAsking();
  }

  async stop(): Promise<void> {
    this.wanted = false;
    await this.running;
  }

  /** Milliseconds until a referral is taken that was sent from now on. */
  async untilServed(withinMs: number): Promise<number> {
    const startedAt = performance.now();
    while (performance.now() - startedAt < withinMs) {
      const { status } = await this.ask();
      if (status === 201) return performance.now() - startedAt;
      await pause(ASK_EVERY_MS);
    }
    throw new Error(`No referral was taken within ${String(withinMs)} ms.`);
  }

  /** What no sender should get, as sentences: neither a receipt nor a 503 that says when to come again. */
  wrongs(): string[] {
    const isRight = ({ status, retryAfter }: ProbeAnswer): boolean =>
      status === 201 || (status === 503 && retryAfter !== null);
    const counts = new Map<string, number>();
    for (const answer of this.answers) {
      if (!isRight(answer)) counts.set(nameOf(answer), (counts.get(nameOf(answer)) ?? 0) + 1);
    }
    return [...counts].map(([name, count]) => `${String(count)} answers: ${name}`);
  }

  count(status: number): number {
    return this.answers.filter((answer) => answer.status === status).length;
  }

  worstMs(): number {
    return Math.max(0, ...this.answers.map(({ ms }) => ms));
  }

  private async keepAsking(): Promise<void> {
    while (this.wanted) {
      await this.ask();
      await pause(ASK_EVERY_MS);
    }
  }

  private async ask(): Promise<ProbeAnswer> {
    const startedAt = performance.now();
    const { status, retryAfter } = await this.post().catch(() => ({ status: null, retryAfter: null }));
    const answer = { status, retryAfter, ms: performance.now() - startedAt };
    this.answers.push(answer);
    return answer;
  }

  private async post() {
    this.sent += 1;
    const response = await fetch(`${this.url}/api/v1/referrals`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        ...(this.carries === 'key' ? { 'idempotency-key': randomUUID() } : {}),
      },
      body: JSON.stringify(strangers(this.sent)),
    });
    const { reference } = (await response.json()) as { reference?: string };
    if (response.status === 201 && this.carries === 'no key') this.keyless.push(reference ?? '');
    return { status: response.status, retryAfter: response.headers.get('retry-after') };
  }
}

function nameOf({ status, retryAfter }: ProbeAnswer): string {
  if (status === null) return 'none at all';
  return status === 503 && retryAfter === null ? '503 without Retry-After' : String(status);
}
