import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, Database, GroupCommit, type GroupLimits, type GroupPlace, type Scope } from '#platform';
import type { Channel, ChannelResult } from '../channels/channel.ts';
import { Channels } from '../channels/channels.ts';
import { afterSending, MOST_ATTEMPTS } from './after-sending.ts';
import type { Attempted } from '../store/message-work.query.ts';
import type { ClaimedDelivery, Settlement, WithheldCode } from './delivery.ts';
import { type PreparedOrWithheld, PrepareMessages } from './prepare-messages.ts';
import { SettleDeliveries } from './settle-deliveries.ts';

/** Into how many parts the jitter is cut. */
const FINE = 1_000;

/** What is attempted at the same time is read and written in one transaction; nobody is ever refused a place. */
const TOGETHER: GroupLimits = {
  together: 16,
  atOnce: 1,
  waitingInGroup: 1_000,
  waiting: 1_000,
  waitingAnyway: 1_000,
};

/** One attempt at a claimed delivery: sends it, or asks what became of it, and writes down what came of that. */
@Injectable()
export class AttemptDelivery {
  private readonly preparing: GroupCommit<ClaimedDelivery, PreparedOrWithheld>;
  private readonly settling: GroupCommit<Attempted, null>;

  constructor(
    database: Database,
    private readonly channels: Channels,
    prepare: PrepareMessages,
    settle: SettleDeliveries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.preparing = new GroupCommit(
      (dues) => database.inTransaction(scopeOf(dues[0]), (tx) => prepare.execute(tx, dues)),
      TOGETHER,
    );
    this.settling = new GroupCommit(async (attempts) => {
      await database.inTransaction(scopeOf(attempts[0]?.due), (tx) => settle.execute(tx, attempts));
      return attempts.map(() => null);
    }, TOGETHER);
  }

  async execute(due: ClaimedDelivery): Promise<void> {
    if (due.state === 'sent') return this.note(due, null, await this.ask(due));
    // A worker that is killed by a message never gets to count its failure.
    if (due.attempts > MOST_ATTEMPTS) {
      return this.note(due, null, { outcome: 'refused', code: 'given_up', isPermanent: true });
    }
    const prepared = await this.preparing.add(due, placeOf(due));
    if ('withheld' in prepared) return this.withhold(due, prepared.withheld);
    const { channel, to, message, others } = prepared;
    const reference = `${due.authorityId}.${due.id}`;
    const result = await channel.send({ reference, to, message, isRepeat: due.attempts > 1 });
    await this.note(due, channel, result, others);
  }

  /** By the provider that has it; after a change of settings nobody can be asked. */
  private ask({ kind, provider, providerReference }: ClaimedDelivery): Promise<ChannelResult> | ChannelResult {
    const channel = kind === null ? null : this.channels.of(kind);
    if (channel !== null && channel.provider === provider && providerReference !== null) {
      return channel.ask(providerReference);
    }
    return { outcome: 'handed_over', reference: providerReference };
  }

  private async note(
    due: ClaimedDelivery,
    channel: Channel | null,
    result: ChannelResult,
    others: readonly string[] = [],
  ): Promise<void> {
    const after = afterSending(due, result, this.clock.now(), randomInt(FINE) / FINE);
    const by = { kind: channel?.kind ?? null, provider: channel?.provider ?? null };
    await this.write(due, { ...after, ...by }, others);
  }

  private async withhold(due: ClaimedDelivery, code: WithheldCode): Promise<void> {
    const nothing = { nextAttemptAt: null, kind: null, provider: null, providerReference: null };
    await this.write(due, { state: 'withheld', result: code, ...nothing }, []);
  }

  private async write(due: ClaimedDelivery, settlement: Settlement, others: readonly string[]): Promise<void> {
    await this.settling.add({ due, settlement, others }, placeOf(due));
  }
}

function scopeOf(due: ClaimedDelivery | undefined): Scope {
  return { authorityId: due?.authorityId ?? '' };
}

function placeOf({ authorityId, urgent }: ClaimedDelivery): GroupPlace {
  return { group: authorityId, urgent };
}
