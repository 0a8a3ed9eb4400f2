import { Injectable } from '@nestjs/common';
import { mayEver } from '#access-policy';
import { type Actor, DomainError } from '#domain';
import { QualityDesk } from './quality-desk.ts';
import { type Closing, differs, type SampleItem } from './sample.ts';

/**
 * Notes what came of talking over a difference between decision and rating, once. It changes neither.
 * @throws DomainError `not_found`, or `action_not_available` where nothing differs or it is closed.
 */
@Injectable()
export class CloseDifference {
  constructor(private readonly desk: QualityDesk) {}

  /** A rated item with its decision, for overseers and its rater. @throws DomainError `not_found`, also before that. */
  read(actor: Actor, itemId: string): Promise<SampleItem & { readonly sampleId: string }> {
    return this.desk.blindly(actor, async (tx) => {
      const item = await this.desk.item(tx, actor, itemId);
      const isTheirs = mayEver(actor, 'quality.read') || item.raterId === actor.id;
      if (item.rated === null || !isTheirs) throw new DomainError('not_found', 'There is nothing rated here for you.');
      return item;
    });
  }

  /** Resolves to the id of the sample. */
  execute(actor: Actor, itemId: string, { conclusion, note }: Pick<Closing, 'conclusion' | 'note'>): Promise<string> {
    return this.desk.blindly(actor, async (tx) => {
      const item = await this.desk.item(tx, actor, itemId);
      const isOpen = item.rated !== null && differs(item.rated) && item.closing === null;
      const closing = { conclusion, note, closedAt: this.desk.now() };
      if (!isOpen || !(await this.desk.items.close(tx, item, actor, closing))) {
        throw new DomainError('action_not_available', 'There is no open difference.');
      }
      const event = { action: 'quality.difference_closed', reason: note, details: { conclusion } } as const;
      await this.desk.record(tx, actor, item, event);
      return item.sampleId;
    });
  }
}
