import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { QualityDesk } from './quality-desk.ts';
import type { Rating } from './sample.ts';

/**
 * Says what the second person would have decided. Once; from then on they may see what was decided.
 * @throws DomainError `not_found`, or `action_not_available` unless they have taken it and not rated it.
 */
@Injectable()
export class RateItem {
  constructor(private readonly desk: QualityDesk) {}

  /** Resolves to the id of the sample. */
  execute(actor: Actor, itemId: string, rating: Omit<Rating, 'ratedAt'>): Promise<string> {
    return this.desk.blindly(actor, async (tx) => {
      const item = await this.desk.itemToRate(tx, actor, itemId);
      const { outcome, urgency, knewEnough, reason } = rating;
      if (!(await this.desk.items.rate(tx, item, actor, { ...rating, ratedAt: this.desk.now() }))) {
        throw new DomainError('action_not_available', 'This is not yours to rate, or is rated.');
      }
      const details = { outcome, urgency, knewEnough };
      await this.desk.record(tx, actor, item, { action: 'quality.item_rated', reason, details });
      return item.sampleId;
    });
  }
}
