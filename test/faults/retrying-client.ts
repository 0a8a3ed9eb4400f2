import { randomUUID } from 'node:crypto';
import { sha256 } from '#platform';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';

/** What a sender holds in hands after an acknowledgement. */
export interface Acknowledged {
  readonly key: string;
  readonly reference: string;
  readonly bodySha256: string;
  readonly children: number;
  readonly at: number;
}

/** Senders that repeat the same body under the same key until they hold a receipt, as the API asks of them. */
export class RetryingClient {
  readonly acknowledged: Acknowledged[] = [];
  readonly refused: string[] = [];
  retries = 0;
  private running: Promise<unknown> = Promise.resolve();
  private wanted = true;
  private sent = 0;

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  start(senders: number, pauseMs: number): void {
    this.wanted = true;
    this.running = Promise.all(Array.from({ length: senders }, () => this.keepSending(pauseMs)));
  }

  /** Lets every sender get its last receipt. */
  async stop(): Promise<void> {
    this.wanted = false;
    await this.running;
  }

  private async keepSending(pauseMs: number): Promise<void> {
    while (this.wanted) {
      await this.sendOne();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  private async sendOne(): Promise<void> {
    this.sent += 1;
    const key = randomUUID();
    const children = (this.sent % 3) + 1;
    const document = (this.sent % 5 === 0 ? aRedReferral : aReferral)({
      senderReference: String(this.sent),
      children: Array.from({ length: children }, (_, index) => ({
        ref: `c${String(index)}`,
        givenName: `Child ${key}`,
      })),
    });
    const body = JSON.stringify(document);
    const reference = await this.sendUntilAnswered(key, body);
    if (reference === null) return;
    this.acknowledged.push({ key, reference, bodySha256: sha256(body), children, at: Date.now() });
  }

  private async sendUntilAnswered(key: string, body: string): Promise<string | null> {
    for (;;) {
      const answer = await this.send(key, body).catch(() => null);
      if (answer !== null && answer.status < 300) return answer.reference;
      if (answer !== null && answer.status < 500) {
        this.refused.push(`${String(answer.status)} for ${key}`);
        return null;
      }
      this.retries += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  private async send(key: string, body: string): Promise<{ status: number; reference: string }> {
    const response = await fetch(`${this.url}/api/v1/referrals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    const { reference = '' } = (await response.json()) as { reference?: string };
    return { status: response.status, reference };
  }
}
