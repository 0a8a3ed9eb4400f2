import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, type ReferralId } from '#domain';
import { Database } from '#platform';
import type { DisposalId } from '../ids.ts';
import { DisposalRecord } from './disposal-record.ts';
import type { DisposalItem } from './disposal.ts';
import { findItem, keepItem } from './disposal-item.query.ts';

export interface KeepRequest {
  readonly actor: Actor;
  readonly disposalId: DisposalId;
  readonly referralId: ReferralId;
  readonly reason: string;
}

/**
 * Takes a record out of the list: it is kept, and the next list names it again.
 * @throws DomainError `not_found`, or `disposal_not_ready` when the record is not waiting in the list.
 */
@Injectable()
export class KeepRecord {
  constructor(
    private readonly database: Database,
    private readonly disposals: DisposalRecord,
  ) {}

  execute({ actor, disposalId, referralId, reason }: KeepRequest): Promise<DisposalItem> {
    return this.database.inTransaction(actor, async (tx) => {
      await this.disposals.get(tx, disposalId);
      if ((await findItem(tx, disposalId, referralId)) === null) throw notListed();
      const isKept = await keepItem(tx, { disposalId, referralId }, actor, { at: this.disposals.now(), reason });
      if (!isKept) throw new DomainError('disposal_not_ready', 'This record is not waiting in the list any more.');
      const details = { referralId };
      await this.disposals.record(tx, { action: 'disposal.item_kept', actor, id: disposalId, details });
      const item = await findItem(tx, disposalId, referralId);
      if (item === null) throw notListed();
      return item;
    });
  }
}

function notListed(): DomainError {
  return new DomainError('not_found', 'There is no such record in this list for you.');
}
