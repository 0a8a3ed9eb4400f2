import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { authorityIds } from '#nation-packs';
import { CLOCK, Database, EventLog } from '#platform';
import { claimDeliveries, giveBack } from '../store/message-work.query.ts';
import type { ClaimedDelivery } from './delivery.ts';
import { AttemptDelivery } from './attempt-delivery.ts';
import { ExpandMessages } from './expand-messages.ts';

/** Few, because each holds a connection now and then that a proposal may need: children go before messages. */
const MOST_AT_ONCE = 3;
/** Deliveries that one turn makes, one after the other, before the next round looks again. */
const MOST_PER_TURN = 20;
/** Longer than an attempt can take, so that a claim lapses only under a worker that is dead or frozen. */
const LEASE_MS = 90_000;
/** After a fault of our own. */
const OWN_FAULT_PAUSE_MS = 60_000;

/**
 * Tells people what waits to be told. A round takes what is due and returns: the sending goes on behind it, so that no
 * other housekeeping waits for a mail server. A worker that dies between sending and noting it leaves a delivery whose
 * lease lapses: it is sent again under the same reference.
 */
@Injectable()
export class DeliverMessages implements BeforeApplicationShutdown {
  private readonly turns = new Set<Promise<void>>();
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly expand: ExpandMessages,
    private readonly attempt: AttemptDelivery,
    private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    for (const authorityId of authorityIds()) {
      await this.expandAll(authorityId);
      const free = MOST_AT_ONCE - this.turns.size;
      for (const due of await this.claimOf(authorityId, free)) this.begin(due);
    }
  }

  /** Until everything that is under way has come to an end. */
  async settled(): Promise<void> {
    await Promise.all(this.turns);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.settled();
  }

  /** What cannot be worked out now must not hold up what is ready to go. */
  private async expandAll(authorityId: string): Promise<void> {
    try {
      while (!this.isStopping && (await this.expand.execute(authorityId)));
    } catch (error: unknown) {
      this.log.fault('message.not_expanded', error);
    }
  }

  private async claimOf(authorityId: string, limit: number): Promise<readonly ClaimedDelivery[]> {
    if (limit <= 0 || this.isStopping) return [];
    const asked = { now: this.clock.now(), limit, leaseMs: LEASE_MS };
    return this.database.inTransaction({ authorityId }, (tx) => claimDeliveries(tx, authorityId, asked));
  }

  private begin(due: ClaimedDelivery): void {
    const turn: Promise<void> = this.turn(due)
      .catch((error: unknown) => {
        this.log.fault('message.turn_failed', error);
      })
      .finally(() => {
        this.turns.delete(turn);
      });
    this.turns.add(turn);
  }

  private async turn(first: ClaimedDelivery): Promise<void> {
    let due: ClaimedDelivery | undefined = first;
    for (let made = 0; due !== undefined && made < MOST_PER_TURN; made += 1) {
      const current: ClaimedDelivery = due;
      await this.attempt.execute(current).catch((error: unknown) => this.giveBack(current, error));
      const isLast = made + 1 === MOST_PER_TURN;
      due = isLast ? undefined : (await this.claimOf(current.authorityId, 1))[0];
    }
  }

  private async giveBack(due: ClaimedDelivery, error: unknown): Promise<void> {
    this.log.fault('message.not_sent', error, { messageId: due.id });
    const at = new Date(this.clock.now().getTime() + OWN_FAULT_PAUSE_MS);
    await this.database
      .inTransaction({ authorityId: due.authorityId }, (tx) => giveBack(tx, due, at))
      .catch((fault: unknown) => {
        // Its lease will lapse.
        this.log.fault('message.not_given_back', fault, { messageId: due.id });
      });
  }
}
