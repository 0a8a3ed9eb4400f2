import { Inject, Injectable } from '@nestjs/common';
import { isOwnWork } from '#access-policy';
import { AuditTrail } from '#audit';
import { type Actor, type Clock, DomainError, type ReferralId } from '#domain';
import { CLOCK, Database } from '#platform';
import { BreakGlassRow } from './store/break-glass.entity.ts';

export interface BreakGlassReview {
  readonly actor: Actor;
  readonly id: string;
  readonly outcome: 'justified' | 'not_justified';
  readonly note: string;
}

/**
 * A manager's word on whether a record had to be opened. Never of the one who opened it.
 * @throws DomainError `not_found`, `second_person_needed`, or `action_not_available` once it is reviewed.
 */
@Injectable()
export class ReviewBreakGlass {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ actor, id, outcome, note }: BreakGlassReview): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      const rows = tx.getRepository(BreakGlassRow);
      const where = { id, authorityId: actor.authorityId };
      const found = await rows.findOne({ where, lock: { mode: 'pessimistic_write' } });
      if (found === null) throw new DomainError('not_found', 'There is no break-glass with this id for you.');
      if (isOwnWork(actor, 'break_glass.review', [found.openedBy])) {
        throw new DomainError(
          'second_person_needed',
          'You opened this record yourself: another manager must review it.',
        );
      }
      if (found.outcome !== null) throw new DomainError('action_not_available', 'This has been reviewed.');
      const at = this.clock.now();
      const review = { outcome, note, reviewedBy: actor.id, reviewedByName: actor.name, reviewedAt: at };
      await rows.update({ id }, review);
      const referralId = found.referralId as ReferralId;
      const details = { breakGlassId: id, outcome };
      const action = 'case.glass_breaking_reviewed';
      await this.audit.append(tx, [{ action, actor, occurredAt: at, referralId, reason: note, details }]);
    });
  }
}
