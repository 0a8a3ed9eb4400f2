import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { authorityIds } from '#nation-packs';
import { CLOCK, Database, EventLog } from '#platform';
import { claimDeliveries, giveBack } from '../store/message-work.query.ts';
import type { ClaimedDelivery } from './delivery.ts';
import { AttemptDelivery } from './attempt-delivery.ts';
import { ExpandMessages } from './expand-messages.ts';

/** Turns under way, each with so many deliveries at a time. A mail server that hangs holds up one turn, not all. */
const TURNS = 3;
const TOGETHER = 8;
/** How often one turn claims, before the next round looks again. */
const MOST_CLAIMS = 8;
/** Longer than an attempt can take, so that a claim lapses only under a worker that is dead or frozen. */
const LEASE_MS = 90_000;
/** Batches of messages whose recipients a round works out, so that a flood of them leaves room for cases. */
const MOST_EXPANDED = 10;
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
      if (this.turns.size < TURNS) await this.begin(authorityId);
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
      for (let batches = 0; batches < MOST_EXPANDED && !this.isStopping; batches += 1) {
        if (!(await this.expand.execute(authorityId))) return;
      }
    } catch (error: unknown) {
      this.log.fault('message.not_expanded', error);
    }
  }

  private async claimOf(authorityId: string): Promise<readonly ClaimedDelivery[]> {
    if (this.isStopping) return [];
    const asked = { now: this.clock.now(), limit: TOGETHER, leaseMs: LEASE_MS };
    return this.database.inTransaction({ authorityId }, (tx) => claimDeliveries(tx, authorityId, asked));
  }

  /** Where much is due, as many turns as there may be. */
  private async begin(authorityId: string): Promise<void> {
    let claimed: readonly ClaimedDelivery[];
    do {
      claimed = await this.claimOf(authorityId);
      if (claimed.length > 0) this.follow(authorityId, claimed);
    } while (claimed.length === TOGETHER && this.turns.size < TURNS);
  }

  private follow(authorityId: string, claimed: readonly ClaimedDelivery[]): void {
    const turn: Promise<void> = this.turn(authorityId, claimed)
      .catch((error: unknown) => {
        this.log.fault('message.turn_failed', error);
      })
      .finally(() => {
        this.turns.delete(turn);
      });
    this.turns.add(turn);
  }

  private async turn(authorityId: string, first: readonly ClaimedDelivery[]): Promise<void> {
    let claimed = first;
    for (let claims = 1; claimed.length > 0; claims += 1) {
      await Promise.all(claimed.map((due) => this.attempted(due)));
      const isLast = claimed.length < TOGETHER || claims === MOST_CLAIMS;
      claimed = isLast ? [] : await this.claimOf(authorityId);
    }
  }

  private attempted(due: ClaimedDelivery): Promise<void> {
    return this.attempt.execute(due).catch((error: unknown) => this.giveBack(due, error));
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
