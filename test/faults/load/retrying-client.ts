import { randomUUID } from 'node:crypto';
import { sha256 } from '#platform';
import { pause } from '../pause.ts';
import { childrenOf, strangers } from './strangers.ts';

/** What a sender holds in hands after an acknowledgement. */
export interface Acknowledged {
  readonly key: string;
  readonly reference: string;
  readonly bodySha256: string;
  readonly children: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Answered {
  readonly status: number;
  readonly reference: string;
}

const REPEAT_AFTER_MS = 100;
const ANSWER_WITHIN_MS = 10_000;

/** Senders that repeat the same body under the same key until they hold a receipt, as the API asks of them. */
export class RetryingClient {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers that no sender should get: the request was sound, and the service said it was not. */
  readonly refused: string[] = [];
  retries = 0;
  /** Senders wait while it says so: what is measured is the service and not a queue that only grows. */
  mayNotSend: () => boolean = () => false;
  private running: Promise<unknown> = Promise.resolve();
  private wanted = true;
  private sent = 0;

  constructor(
    private url: string,
    private readonly token: string,
    /** In one referral. */
    private readonly mostChildren = 3,
  ) {}

  /** From the next request on, as a balancer would have it. */
  useAddress(url: string): void {
    this.url = url;
  }

  start(senders: number, pauseMs: number): void {
    this.wanted = true;
    this.running = Promise.all(Array.from({ length: senders }, () => this.keepSending(pauseMs)));
  }

  /** Lets every sender get its last receipt. */
  async stop(): Promise<void> {
    this.wanted = false;
    await this.running;
  }

  /** Repeats a request until there is an answer that is not the service's own trouble. */
  async insist(key: string, body: string): Promise<Answered> {
    for (;;) {
      const answer = await this.send(key, body).catch(() => null);
      if (answer !== null && answer.status < 500) return answer;
      this.retries += 1;
      await pause(REPEAT_AFTER_MS);
    }
  }

  private async keepSending(pauseMs: number): Promise<void> {
    while (this.wanted) {
      if (this.mayNotSend()) await pause(REPEAT_AFTER_MS);
      else await this.sendOne();
      await pause(pauseMs);
    }
  }

  private async sendOne(): Promise<void> {
    this.sent += 1;
    const number = this.sent;
    const key = randomUUID();
    const children = childrenOf(number, this.mostChildren);
    const body = JSON.stringify(strangers(number, children));
    const { status, reference } = await this.insist(key, body);
    const receipt = { key, reference, bodySha256: sha256(body), children };
    if (status < 300) this.acknowledged.push({ ...receipt, at: Date.now() });
    else this.refused.push(`${String(status)} for ${key}`);
  }

  /** One request, without repeats. @throws when there is no answer. */
  private async send(key: string, body: string): Promise<Answered> {
    const response = await fetch(`${this.url}/api/v1/referrals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const { reference = '' } = (await response.json()) as { reference?: string };
    return { status: response.status, reference };
  }
}
