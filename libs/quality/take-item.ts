import { Injectable } from '@nestjs/common';
import { isOwnWork } from '#access-policy';
import { type Actor, DomainError } from '#domain';
import { QualityDesk } from './quality-desk.ts';

/**
 * Somebody takes a drawn decision to rate. From then on its case is closed to them until they have rated it. Neither who
 * decided or signed, nor who has seen the record before.
 * @throws DomainError `not_found`, `second_person_needed`, or `action_not_available` when it is taken.
 */
@Injectable()
export class TakeItem {
  constructor(private readonly desk: QualityDesk) {}

  execute(actor: Actor, itemId: string): Promise<void> {
    return this.desk.blindly(actor, async (tx) => {
      const item = await this.desk.item(tx, actor, itemId);
      if (item.raterId === actor.id && item.rated === null) return;
      if (isOwnWork(actor, 'quality.rate', item.workedOnBy)) {
        throw new DomainError('second_person_needed', 'You decided or signed this yourself.');
      }
      if (await this.desk.items.hasSeen(tx, item, actor)) {
        throw new DomainError('second_person_needed', 'You have seen this record: your rating would not be blind.');
      }
      if (item.rated !== null || !(await this.desk.items.take(tx, itemId, actor, this.desk.now()))) {
        throw new DomainError('action_not_available', 'Somebody else has taken this.');
      }
      await this.desk.record(tx, actor, item, { action: 'quality.item_taken' });
    });
  }

  /** Gives it back unrated. @throws DomainError `action_not_available` unless it is theirs. */
  giveBack(actor: Actor, itemId: string): Promise<void> {
    return this.desk.blindly(actor, async (tx) => {
      const item = await this.desk.itemToRate(tx, actor, itemId);
      if (!(await this.desk.items.giveBack(tx, itemId, actor))) {
        throw new DomainError('action_not_available', 'This is rated.');
      }
      await this.desk.record(tx, actor, item, { action: 'quality.item_given_back' });
    });
  }
}
