import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Actor, Clock } from '#domain';
import { CLOCK, Database } from '#platform';
import type { LegalHoldId } from '../ids.ts';
import { HeldReferral } from './held-referral.ts';
import type { LegalHolds } from './legal-hold.ts';

/**
 * Keeps a referral with its cases whatever the schedule says. It also stops a disposal that was approved and has not
 * reached the record yet.
 * @throws DomainError `not_found`, `action_not_available` where a hold is in force, `record_disposed`.
 */
@Injectable()
export class PlaceLegalHold {
  constructor(
    private readonly database: Database,
    private readonly held: HeldReferral,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(actor: Actor, reference: string, reason: string): Promise<LegalHolds> {
    return this.database.inTransaction(actor, async (tx) => {
      const referral = await this.held.find(tx, actor, reference, 'legal_hold.manage');
      const at = this.clock.now();
      const id = randomUUID() as string as LegalHoldId;
      const owner = { authorityId: actor.authorityId, referralId: referral.id };
      await this.held.holds.place(tx, owner, { id, by: actor, at, reason });
      const details = { holdId: id };
      await this.audit.append(tx, [
        { action: 'legal_hold.placed', actor, occurredAt: at, referralId: referral.id, reason, details },
      ]);
      return this.held.standing(tx, referral);
    });
  }
}
