import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database, type Tx } from '#platform';
import type { DisposalId } from '../ids.ts';
import { DisposalRecord } from './disposal-record.ts';
import type { Disposal, DisposalItem } from './disposal.ts';
import { findItems, type ItemQuestion } from './disposal-item.query.ts';
import { noteReading } from './disposal.query.ts';

export interface ItemPage {
  readonly items: readonly DisposalItem[];
  readonly next: string | null;
}

/** Lines of one file; a list is longer only where nobody has disposed of anything for decades. */
const FILE_LIMIT = 100_000;

/**
 * The records of a list. Reading it is noted: an approver must have.
 * @throws DomainError `not_found`, or `disposal_not_ready` while it is being computed.
 */
@Injectable()
export class ReadDisposalList {
  constructor(
    private readonly database: Database,
    private readonly disposals: DisposalRecord,
  ) {}

  page(actor: Actor, question: ItemQuestion): Promise<ItemPage> {
    return this.database.inTransaction(actor, async (tx) => {
      await this.open(tx, actor, question.disposalId);
      const found = await findItems(tx, { ...question, limit: question.limit + 1 });
      const items = found.slice(0, question.limit);
      return { items, next: found.length > question.limit ? (items.at(-1)?.referralId ?? null) : null };
    });
  }

  /** All of it, to hand on as a file. */
  whole(actor: Actor, question: Omit<ItemQuestion, 'after' | 'limit'>): Promise<readonly DisposalItem[]> {
    return this.database.inTransaction(actor, async (tx) => {
      await this.open(tx, actor, question.disposalId);
      return findItems(tx, { ...question, after: null, limit: FILE_LIMIT });
    });
  }

  private async open(tx: Tx, actor: Actor, id: DisposalId): Promise<Disposal> {
    const found = await this.disposals.get(tx, id);
    if (found.state === 'computing') throw new DomainError('disposal_not_ready', 'The list is still being computed.');
    await noteReading(tx, id, actor, this.disposals.now());
    await this.disposals.record(tx, { action: 'disposal.list_read', actor, id });
    return found;
  }
}
