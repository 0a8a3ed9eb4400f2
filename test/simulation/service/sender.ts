import type { Answer, ApiServer, Post } from './api-server.ts';
import type { SimProcess } from './process.ts';

/** What a sender was told. */
export interface Told {
  readonly sending: string;
  readonly key: string | null;
  readonly bodySha256: string;
  readonly answer: Answer;
}

/** Gives up waiting for an answer, as a partner's HTTP client does. */
const PATIENCE_MS = 3_000;
const MOST_TRIES = 6;

/**
 * Somebody who sends one referral and sends it again, under the same key, until an answer comes. Without a key nothing is
 * sent twice, since nobody could tell that it is the same.
 */
export class Sender {
  private tries = 0;
  private sentAt = 0;
  private isWaiting = false;

  constructor(
    private readonly process: SimProcess,
    private readonly post: Omit<Post, 'answer'>,
    private readonly apiNow: (at: number) => ApiServer | null,
    private readonly tell: (told: Told) => void,
  ) {}

  /** Or has given up, as whoever has no key must at once. */
  get isAnswered(): boolean {
    return !this.isWaiting || this.post.key === null || this.tries >= MOST_TRIES;
  }

  /** To the first API of the two, or to the other one. */
  send(at: number, now: number): void {
    if (this.tries >= MOST_TRIES) return;
    this.tries += 1;
    this.sentAt = now;
    this.isWaiting = true;
    this.apiNow(at)?.receive({
      ...this.post,
      answer: (answer) => {
        void this.hear(answer);
      },
    });
  }

  /** Looks at the clock: whoever has no answer tries the other API. */
  onTime(now: number): void {
    if (!this.isWaiting || this.post.key === null || now - this.sentAt < PATIENCE_MS) return;
    this.send(this.tries, now);
  }

  /** An answer that comes late is still an answer. */
  private async hear(answer: Answer): Promise<void> {
    await this.process.step('answer');
    const { sending, key, bodySha256 } = this.post;
    if (answer.status === 'unavailable') return;
    this.isWaiting = false;
    this.tell({ sending, key, bodySha256, answer });
  }
}
