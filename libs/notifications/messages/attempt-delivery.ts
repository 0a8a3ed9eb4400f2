import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, Database } from '#platform';
import type { Channel, ChannelResult } from '../channels/channel.ts';
import { Channels } from '../channels/channels.ts';
import { afterSending, MOST_ATTEMPTS } from './after-sending.ts';
import type { ClaimedDelivery, Settlement, WithheldCode } from './delivery.ts';
import { PrepareMessage } from './prepare-message.ts';
import { SettleDelivery } from './settle-delivery.ts';

/** Into how many parts the jitter is cut. */
const FINE = 1_000;

/** One attempt at a claimed delivery: sends it, or asks what became of it, and writes down what came of that. */
@Injectable()
export class AttemptDelivery {
  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly prepare: PrepareMessage,
    private readonly settle: SettleDelivery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(due: ClaimedDelivery): Promise<void> {
    if (due.state === 'sent') return this.note(due, null, await this.ask(due));
    // A worker that is killed by a message never gets to count its failure.
    if (due.attempts > MOST_ATTEMPTS) {
      return this.note(due, null, { outcome: 'refused', code: 'given_up', isPermanent: true });
    }
    const prepared = await this.database.inTransaction({ authorityId: due.authorityId }, (tx) =>
      this.prepare.execute(tx, due),
    );
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
    await this.database.inTransaction({ authorityId: due.authorityId }, (tx) =>
      this.settle.execute(tx, due, settlement, others),
    );
  }
}
