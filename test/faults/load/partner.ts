import { call } from '../../support/http.ts';
import { type Receiver, startReceiver } from '../../support/webhook-receiver.ts';

const EVENTS = ['case.signed', 'referral.acknowledged'];

/** A school's system that is told of what happens to its referrals, and keeps the id of everything it was told. */
export class Partner {
  private constructor(private readonly receiver: Receiver) {}

  static async start(): Promise<Partner> {
    return new Partner(await startReceiver());
  }

  /** @throws when the service does not take its address. */
  async register(url: string, token: string): Promise<void> {
    const body = { url: this.receiver.url, events: EVENTS };
    const answer = await call(url, '/api/v1/webhooks', { token, body });
    if (answer.status !== 201) throw new Error(answer.text);
  }

  /** Ids of deliveries, as often as each came. */
  told(): string[] {
    return this.receiver.received.map(({ headers }) => headers['webhook-id'] ?? '');
  }

  close(): void {
    this.receiver.close();
  }
}
