import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database } from '#platform';
import { RestrictedReferral } from './restricted-referral.ts';
import { RestrictionRow } from './store/restriction.entity.ts';

/**
 * Opens a restricted referral again, with every child of it, to whoever the policy lets. Other referrals about the same
 * child stay as they are.
 * @throws DomainError `not_found`, also where nothing is restricted.
 */
@Injectable()
export class LiftRestriction {
  constructor(
    private readonly database: Database,
    private readonly restricted: RestrictedReferral,
  ) {}

  execute(actor: Actor, reference: string, reason: string): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const held = await this.restricted.holdRestricted(tx, actor, reference);
      const restriction = await this.restricted.restrictionOf(tx, held.id);
      await this.restricted.access.mark(tx, held.cases, false);
      // Whoever was named is not named again when the record is closed once more.
      await this.restricted.access.close(tx, held.cases, null);
      if (restriction !== null) {
        const lifted = { liftedBy: actor.id, liftedAt: this.restricted.now(), liftReason: reason };
        await tx.getRepository(RestrictionRow).update({ id: restriction.id }, lifted);
      }
      await this.restricted.record(tx, held, { action: 'case.restriction_lifted', actor, reason });
    });
  }
}
