import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { random } from '../random.ts';
import { latenciesOf, type LoadPlan, type LoadResult } from './load-plan.ts';
import { Strangers } from './referrals.ts';

const TIMEOUT_MS = 60_000;
const MOST_CONNECTIONS = 256;

/** Sends what a plan asks for, and keeps count. Every referral has an idempotency key of its own. */
export class Sender {
  private readonly pool: Pool;
  private readonly path: string;
  private readonly strangers: Strangers;
  private readonly statuses: Record<string, number> = {};
  private readonly accepted: number[] = [];
  private readonly refused: number[] = [];
  private sent = 0;
  private withRetryAfter = 0;

  constructor(private readonly plan: LoadPlan) {
    const url = new URL(plan.url);
    const connections = 'clients' in plan.shape ? plan.shape.clients : MOST_CONNECTIONS;
    this.pool = new Pool(url.origin, { connections, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
    this.path = url.pathname;
    this.strangers = new Strangers(plan.seed, plan.redShare);
    // Drawn before the clock runs.
    this.strangers.next();
  }

  async run(): Promise<LoadResult> {
    if (!('clients' in this.plan.shape)) await this.connect();
    const startedAt = performance.now();
    const { shape } = this.plan;
    await ('clients' in shape ? this.inTurn(shape.clients) : this.atPace(shape.perSecond));
    const seconds = (performance.now() - startedAt) / 1_000;
    await this.pool.destroy();
    return {
      sent: this.sent,
      accepted: this.accepted.length,
      statuses: this.statuses,
      withRetryAfter: this.withRetryAfter,
      seconds,
      ofAccepted: latenciesOf(this.accepted),
      ofRefused: latenciesOf(this.refused),
    };
  }

  /**
   * As a balancer holds them open. A process that is busy takes in one new connection at a turn of its event loop: who came
   * with one of their own would wait for that, and for nothing that is measured here.
   */
  private async connect(): Promise<void> {
    const knock = (): Promise<void> =>
      this.pool.request({ path: '/health/live', method: 'GET' }).then(({ body }) => body.dump());
    await Promise.all(Array.from({ length: MOST_CONNECTIONS }, knock));
  }

  private async inTurn(clients: number): Promise<void> {
    const until = performance.now() + this.plan.seconds * 1_000;
    const client = async (): Promise<void> => {
      while (performance.now() < until) await this.send(performance.now());
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  /** The gaps are drawn as of senders who know nothing of each other. */
  private async atPace(perSecond: number): Promise<void> {
    const from = random(this.plan.seed);
    const until = performance.now() + this.plan.seconds * 1_000;
    const answers: Promise<void>[] = [];
    for (let due = performance.now(); due < until; due += (-Math.log(1 - from.next()) / perSecond) * 1_000) {
      const wait = due - performance.now();
      if (wait > 1) await sleep(wait);
      answers.push(this.send(due));
    }
    await Promise.all(answers);
  }

  private async send(dueAt: number): Promise<void> {
    this.sent += 1;
    const token = this.plan.tokens[this.sent % this.plan.tokens.length] ?? '';
    try {
      const answer = await this.pool.request({
        path: this.path,
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(this.strangers.next()),
      });
      await answer.body.dump();
      this.count(answer.statusCode, performance.now() - dueAt, answer.headers['retry-after'] !== undefined);
    } catch {
      this.count(0, performance.now() - dueAt, false);
    }
  }

  private count(status: number, tookMs: number, hasAdvice: boolean): void {
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (status === 201) this.accepted.push(tookMs);
    else this.refused.push(tookMs);
    if (hasAdvice) this.withRetryAfter += 1;
  }
}
