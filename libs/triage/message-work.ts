import { Injectable } from '@nestjs/common';
import type { AuthorityId } from '#domain';
import { type ClaimedMessage, Outbox } from '#outbox';
import { Database, type Tx } from '#platform';
import { AskFamily } from './ask-family.ts';
import { TriageCases } from './triage-cases.ts';

type Topic = ClaimedMessage['topic'];

/** Messages that may be worked together. */
export type Kind = Pick<ClaimedMessage, 'authorityId' | 'topic'>;

/** The work that messages ask for, written together with their being done, or not at all. */
@Injectable()
export class MessageWork {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly triageCases: TriageCases,
    private readonly askFamily: AskFamily,
  ) {}

  /**
   * Works messages of one kind in one transaction, those that are still this worker's, and gives these.
   * @throws what kept any of them from being worked: then nothing of it is written.
   */
  execute({ authorityId, topic }: Kind, messages: readonly ClaimedMessage[]): Promise<ClaimedMessage[]> {
    return this.database.inTransaction({ authorityId }, async (tx) => {
      const held = await this.outbox.hold(tx, messages);
      if (held.length === 0) return [];
      await this.workOn(tx, authorityId, topic, held);
      await this.outbox.complete(tx, held);
      return held;
    });
  }

  private workOn(tx: Tx, authorityId: AuthorityId, topic: Topic, held: readonly ClaimedMessage[]): Promise<void> {
    switch (topic) {
      case 'triage.requested':
        return this.triageCases.execute(tx, authorityId, held);
      case 'family.contacted':
        return this.askFamily.execute(tx, authorityId, held);
    }
  }
}
